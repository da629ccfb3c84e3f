"""Finds the passages of the port's documents that a question is about."""

from pathlib import Path

import numpy as np
from openai import OpenAI

EMBEDDING_MODEL = "text-embedding-3-large"

client = OpenAI()


def embed(text: str) -> np.ndarray:
    response = client.embeddings.create(model=EMBEDDING_MODEL, input=text)
    return np.array(response.data[0].embedding)


def index(passages: list[str]) -> np.ndarray:
    return np.stack([embed(passage) for passage in passages])


def search(question: str, passages: list[str], vectors: np.ndarray, k: int = 12) -> list[str]:
    scores = vectors @ embed(question)
    return [passages[i] for i in np.argsort(-scores)[:k]]


PASSAGES = [path.read_text() for path in sorted(Path("documents").glob("*.txt"))]
VECTORS = index(PASSAGES)
