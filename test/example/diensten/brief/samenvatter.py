"""Vat inkomende brieven samen voor de behandelaar."""

import os

from openai import OpenAI

MODEL = os.environ.get("VLAM_MODEL_NAME", "mistral-medium")

client = OpenAI(
    base_url=os.environ["VLAM_BASE_URL"],
    api_key=os.environ["VLAM_API_KEY"],
)

OPDRACHT = """Je helpt een behandelaar van Gemeente Voorbeeld.
Vat de brief samen in hooguit vijf zinnen. Verzin niets."""


def vat_samen(brief: str) -> str:
    antwoord = client.chat.completions.create(
        model=MODEL,
        temperature=0,
        messages=[
            {"role": "system", "content": OPDRACHT},
            {"role": "user", "content": brief},
        ],
    )
    return antwoord.choices[0].message.content or ""
