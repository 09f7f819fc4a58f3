"""pdfium's functions as called for every word or object: without ctypes' checks of the arguments.

The checks take three quarters of such a call. Without them the caller answers for the types:
handles and places for results as `c_void_p` or `byref`, numbers as plain integers.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

Call = Callable[..., Any]


def _bind(function: Any, result: type | None) -> Call:  # noqa: ANN401 - ctypes' types are private
    """Return the function unchecked; it keeps the interpreter's lock, as it returns at once."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:
        message = "pdfium lacks a function that this reader calls"
        raise ImportError(message)
    return ctypes.PYFUNCTYPE(result)(address)


get_char_origin = _bind(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
get_char_box = _bind(pdfium.FPDFText_GetCharBox, ctypes.c_int)
get_loose_char_box = _bind(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
get_text_object = _bind(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
get_matrix = _bind(pdfium.FPDFText_GetMatrix, ctypes.c_int)
get_font_size = _bind(pdfium.FPDFText_GetFontSize, ctypes.c_double)
get_font_weight = _bind(pdfium.FPDFText_GetFontWeight, ctypes.c_int)
get_font_info = _bind(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong)
get_page_object = _bind(pdfium.FPDFPage_GetObject, ctypes.c_void_p)
get_object_type = _bind(pdfium.FPDFPageObj_GetType, ctypes.c_int)
get_render_mode = _bind(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
get_fill_colour = _bind(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int)
get_stroke_colour = _bind(pdfium.FPDFPageObj_GetStrokeColor, ctypes.c_int)
get_font = _bind(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
