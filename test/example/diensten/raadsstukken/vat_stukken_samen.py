"""Maakt van raadsstukken een overzicht in gewone taal. Eenmalig gebruikt door het projectteam."""

import os
import sys
from pathlib import Path

import httpx

ADRES = "https://api.openai.com/v1/chat/completions"


def vat_samen(stuk: str) -> str:
    antwoord = httpx.post(
        ADRES,
        headers={"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"},
        json={
            "model": "gpt-4o-mini",
            "messages": [{"role": "user", "content": f"Leg dit raadsstuk uit in gewone taal:\n{stuk}"}],
        },
        timeout=60,
    )
    antwoord.raise_for_status()
    return antwoord.json()["choices"][0]["message"]["content"]


if __name__ == "__main__":
    for pad in sys.argv[1:]:
        print(vat_samen(Path(pad).read_text(encoding="utf-8")))
