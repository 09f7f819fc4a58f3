"""The parts of a measurement, each a module with `measure` and `describe`.

`measure()` returns JSON values, or none where what it needs is not there; `describe(measured)`
returns the Markdown between the part's marks on a page.
"""

from __future__ import annotations

from types import ModuleType

import asking_costs
import bulk_counts
import bulk_documents
import claims
import closed_counts
import contradictions
import docx_constructs
import drafting
import evidence_counts
import export_counts
import family_counts
import gold_counts
import handmade_counts
import hostile_counts
import kill_counts
import mutations
import page_costs
import pdf_speed
import pdf_truth
import places_counts
import poor_text_counts
import profile_counts
import quotes
import reading_processes
import safekeeping_counts
import screen_counts
import suggestion_counts
import text_checks

PARTS: dict[str, ModuleType] = {
    "docx": docx_constructs,
    "evaluation": gold_counts,
    "quotes": quotes,
    "speed": drafting,
    "claims": claims,
    "closed": closed_counts,
    "contradictions": contradictions,
    "profiles": profile_counts,
    "asking": asking_costs,
    "bulk": bulk_counts,
    "bulk_documents": bulk_documents,
    "evidence": evidence_counts,
    "exports": export_counts,
    "families": family_counts,
    "poor_text": poor_text_counts,
    "pdf_truth": pdf_truth,
    "pdf_speed": pdf_speed,
    "handmade": handmade_counts,
    "hostile": hostile_counts,
    "kills": kill_counts,
    "places": places_counts,
    "mutations": mutations,
    "pages": page_costs,
    "reading_processes": reading_processes,
    "safekeeping": safekeeping_counts,
    "screening": screen_counts,
    "suggestions": suggestion_counts,
    "text_checks": text_checks,
}
"""By the name that stands in `results.json` and in the marks on a page."""
