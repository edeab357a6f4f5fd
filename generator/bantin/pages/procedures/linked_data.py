"""A procedure as JSON-LD (schema.org's GovernmentService): only what its sources print."""

import json
from collections.abc import Sequence

from bantin.model.procedures import Charge, Fee, Procedure
from bantin.pages.procedures.answers import Answer

_CURRENCIES = {"đồng": "VND", "USD": "USD"}


def linked_data(procedure: Procedure, name: str, answer: Answer | None, *, called: Sequence[str]) -> str:
    """The text of a script, with what people call it; «<» is written so that nothing in it ends the script."""
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": name,
        "identifier": procedure.code.text,
        "serviceType": procedure.field,
        "alternateName": list(called),
        "sameAs": procedure.portal,
    }
    if answer:
        version = answer.version
        said |= {
            "audience": [{"@type": "Audience", "audienceType": who} for who in version.applicants],
            "provider": [{"@type": "GovernmentOrganization", "name": office} for office in version.offices],
            "serviceOutput": [{"@type": "Thing", "name": result} for result in version.results],
            "offers": [offer for _, case in version.all_fees() if (offer := _offer(case.said))],
        }
    told = {key: value for key, value in said.items() if value}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _offer(fee: Fee) -> dict[str, str]:
    """One amount of money; nothing of a range, of words, or of a nought."""
    if fee.charge is Charge.FREE:
        return {"@type": "Offer", "price": "0", "priceCurrency": "VND"}
    if fee.charge is not Charge.AMOUNT or fee.low != fee.high:
        return {}
    return {"@type": "Offer", "price": str(fee.low), "priceCurrency": _CURRENCIES[fee.currency]}
