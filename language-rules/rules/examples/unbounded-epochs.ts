import type { RuleExample } from '../../../core/rule.ts'

/** Training without a last epoch. */
export const unboundedEpochs: readonly RuleExample[] = [
  {
    name: 'Lightning, told to train for ever',
    lang: 'python',
    code: `import modal
import lightning as L

app = modal.App("train")


@app.function(gpu="A10G", timeout=24 * 60 * 60)
def train():
    trainer = L.Trainer(max_epochs=-1, accelerator="gpu")
    trainer.fit(Model(), data())
`,
    finds: [
      {
        line: 9,
        message:
          'Training on A10G never ends by itself: the Trainer has no last epoch (`max_epochs=-1`). It is stopped after 24 hours, $26.60. Say how many epochs or steps it may take, or stop it when the loss no longer falls.',
        fixed: `import modal
import lightning as L

app = modal.App("train")


@app.function(gpu="A10G", timeout=24 * 60 * 60)
def train():
    trainer = L.Trainer(max_epochs=-1, max_time={"hours": 12}, accelerator="gpu")
    trainer.fit(Model(), data())
`,
      },
    ],
  },
  {
    name: 'a loop that nothing leaves',
    lang: 'python',
    code: `import modal
import torch

app = modal.App("train")


@app.function(gpu="A10G", timeout=86400)
def train():
    model, optimizer = build()
    while True:
        for batch in data():
            loss = model(batch).loss
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
`,
    finds: [
      {
        line: 10,
        message:
          'Training on A10G never ends by itself: nothing leaves the loop (`while True`). It is stopped after 24 hours, $26.60. Say how many epochs or steps it may take, or stop it when the loss no longer falls.',
      },
    ],
  },
  {
    name: 'as many steps or epochs as are told, a time, or a loss that no longer falls',
    lang: 'python',
    code: `import modal
import lightning as L

app = modal.App("train")


@app.function(gpu="A10G", timeout=86400)
def train():
    L.Trainer(max_epochs=10).fit(Model(), data())
    L.Trainer(max_epochs=-1, max_steps=5000).fit(Model(), data())
    L.Trainer(max_epochs=-1, max_time={"hours": 3}).fit(Model(), data())
    while True:
        loss = step()
        loss.backward()
        if loss < 0.1:
            break
`,
    finds: [],
  },
  {
    name: 'a timeout that is soon over',
    lang: 'python',
    code: `import modal
import lightning as L

app = modal.App("train")


@app.function(gpu="A10G")
def train():
    L.Trainer(max_epochs=-1).fit(Model(), data())
`,
    finds: [],
  },
]
