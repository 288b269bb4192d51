"""Kleine webdienst om de samenvatter heen."""

from fastapi import FastAPI
from pydantic import BaseModel

from samenvatter import vat_samen

app = FastAPI(title="Brieven")


class Brief(BaseModel):
    kenmerk: str
    tekst: str


@app.post("/samenvatting")
def samenvatting(brief: Brief) -> dict[str, str]:
    return {"kenmerk": brief.kenmerk, "samenvatting": vat_samen(brief.tekst)}
