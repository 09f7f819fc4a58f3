"""Read what the controls of a form in an OpenDocument text show: a box, a choice, typed words."""

from __future__ import annotations

from lxml.etree import _Element

from extractor.documents.flow.boxes import CHECKED, UNCHECKED
from extractor.documents.odt.names import qualify, read

TICKED = {
    qualify("form:checkbox"): ("form:current-state", "form:state", "checked"),
    qualify("form:radio"): ("form:current-selected", "form:selected", "true"),
}
"""Where a control says that it is ticked, what it says at first, and the word for it."""

CHOICE, OPTION = qualify("form:listbox"), qualify("form:option")


def index_controls(body: _Element) -> dict[str, str]:
    """Return what each control of a document shows, by its id."""
    shown: dict[str, str] = {}
    for forms in body.iterchildren(qualify("office:forms")):
        for control in forms.iter():
            name = read(control, "xml:id") or read(control, "form:id")
            if name:
                shown[name] = read_control(control)
    return shown


def read_control(control: _Element) -> str:
    """Return what a control shows; empty for a button."""
    if control.tag in TICKED:
        now, first, word = TICKED[control.tag]
        state = read(control, now) or read(control, first)
        box = CHECKED if state == word else UNCHECKED
        return f"{box} {read(control, 'form:label')}".rstrip()
    if control.tag == CHOICE:
        chosen = (each for each in control.iter(OPTION) if _is_chosen(each))
        return ", ".join(read(each, "form:label") for each in chosen)
    return read(control, "form:current-value") or read(control, "form:value")


def _is_chosen(option: _Element) -> bool:
    """Return whether an option of a list is the chosen one."""
    now = read(option, "form:current-selected") or read(option, "form:selected")
    return now == "true"
