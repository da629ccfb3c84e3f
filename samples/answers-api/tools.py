"""What the agent may call. Each tool reads the port's own tables."""

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "find_berth",
            "description": "Free berths of a port for a ship's length and draft.",
            "parameters": {
                "type": "object",
                "properties": {"port": {"type": "string"}, "length_m": {"type": "number"}, "draft_m": {"type": "number"}},
                "required": ["port", "length_m", "draft_m"],
            },
        },
    },
]


def run_tool(name: str, arguments: dict) -> dict:
    raise NotImplementedError(name)
