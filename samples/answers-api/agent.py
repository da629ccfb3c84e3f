"""An agent that works through a port call: it asks for tools until it has an answer."""

import json

from openai import OpenAI

from tools import TOOLS, run_tool

client = OpenAI()


def plan_port_call(ship: str, port: str) -> str:
    messages = [
        {"role": "system", "content": "You plan port calls. Use the tools to find berth, pilot, tugs and fees, then write the plan."},
        {"role": "user", "content": f"Plan the call of {ship} at {port}."},
    ]
    while True:
        response = client.chat.completions.create(model="gpt-5.2", messages=messages, tools=TOOLS)
        reply = response.choices[0].message
        messages.append(reply)
        if not reply.tool_calls:
            return reply.content
        for call in reply.tool_calls:
            result = run_tool(call.function.name, json.loads(call.function.arguments))
            messages.append({"role": "tool", "tool_call_id": call.id, "content": json.dumps(result)})
