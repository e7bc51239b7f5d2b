"""PDF and DOCX, written here byte by byte and part by part, good and broken."""

import io
import zipfile

import docx
import pytest

from factcheck.model import Document, Problem
from factcheck.readers import SourceFile, read_file
from factcheck.reading.segment import blocks


def pdf(*pages: list[str]) -> bytes:
    """A PDF with a line of text for every string of a page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = "".join(f"1 0 0 1 50 {740 - 20 * at} Tm ({line}) Tj " for at, line in enumerate(lines))
        stream = f"BT /F1 12 Tf {shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R /Resources {font} >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def read(path, content):
    return list(read_file(SourceFile.of_bytes(path, content)))


def test_a_pdf_cites_pages():
    pages = [[f"Annual report {year}", f"The pier held {count} ships.", str(at)] for at, (year, count) in
             enumerate([(1931, 12), (1932, 14), (1933, 15)], 1)]  # fmt: skip
    (document,) = read("a.pdf", pdf(*pages))
    assert isinstance(document, Document)
    assert "Annual report" not in document.text  # a running head, but for its year
    places = [document.position_map.locate(document.text.index(f"{count} ships"))[2] for count in (12, 14, 15)]
    assert places == [1, 2, 3]


def test_a_sentence_goes_on_over_a_page():
    (document,) = read("a.pdf", pdf(["The harbour of Lorvik was built of oak and iron by a", "company of 14"],
                                    ["men, and has stood for 93 years."]))  # fmt: skip
    assert "14 men" in document.text
    assert len(blocks(document)) == 1


def test_a_pdf_without_text_and_a_broken_one_are_errors():
    assert [(item.code, item.level) for item in read("a.pdf", pdf([""])) if isinstance(item, Problem)] == [
        ("no-text", "error")
    ]
    assert [item.code for item in read("a.pdf", b"%PDF-1.4 broken")] == ["broken-pdf"]


@pytest.fixture
def report():
    made = docx.Document()
    made.core_properties.title = "A file name"
    made.add_heading("Pumps of Lorvik", 0)
    made.add_heading("Limits", 1)
    made.add_paragraph("Each pump has:")
    made.add_paragraph("2 valves", style="List Bullet")
    made.add_paragraph("a tank of 50\tl", style="List Bullet")
    table = made.add_table(rows=3, cols=3)
    for row, words in enumerate(
        (("Model", "Flow", "Mass"), ("P-20", "200 l/min", "14 kg"), ("", "310 l/min", "19 kg"))
    ):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    made.add_paragraph("They were built in 1931.")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_docx_has_headings_lists_and_tables(report):
    (document,) = read("a.docx", report)
    assert document.title == "Pumps of Lorvik"
    text = document.text
    seen = [(block.kind, block.span.of(text), [label.text for label in block.labels]) for block in document.outline]
    assert seen[2:] == [
        ("paragraph", "Each pump has:", []),
        ("item", "2 valves", ["Each pump has:"]),
        ("item", "a tank of 50 l", ["Each pump has:"]),
        ("cell", "P-20", ["Model"]),
        ("cell", "200 l/min", ["P-20", "Model", "Flow"]),
        ("cell", "14 kg", ["P-20", "Model", "Mass"]),
        ("cell", "310 l/min", ["P-20", "Model", "Flow"]),
        ("cell", "19 kg", ["P-20", "Model", "Mass"]),
        ("paragraph", "They were built in 1931.", []),
    ]
    assert document.outline[-1].headings == ("Pumps of Lorvik", "Limits")
    assert document.position_map.locate(document.text.index("310"))[0] == 8


def test_a_broken_docx_and_a_bomb_are_errors():
    assert [item.code for item in read("a.docx", b"PK no")] == ["broken-docx"]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"word/{number}.xml", b"0" * 100_000_000)
    (problem,) = read("a.docx", stream.getvalue())
    assert (problem.code, problem.level) == ("too-large", "error")
    assert "300 MB" in problem.detail
