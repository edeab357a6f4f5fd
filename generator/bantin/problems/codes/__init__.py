"""Every code of a problem («source-missing»), and what it means: a problem has one of these codes, and no other.

| module | holds the codes of |
|---|---|
| `code` | – (what there is to know of a code) |
| `files` | files as such: how they are written, stored and named |
| `values` | values: numbers, dates, addresses |
| `names` | names, and the lists that they stand in |
| `sources` | what a file says about itself: place, period, sources |
| `figures` | figures that contradict one another, the calendar or what is usual; targets |
| `corrections` | corrections of what was published |
| `procedures` | procedures, their versions, and lists of them |
| `forms` | forms in Excel that come back filled |
| `articles` | articles, what stands in them, and the addresses of pages |
"""

from bantin.problems.codes import articles, corrections, figures, files, forms, names, procedures, sources, values

GROUPS = {
    "Hình thức tệp": files.CODES,
    "Cách ghi giá trị": values.CODES,
    "Tên và danh mục": names.CODES,
    "Nơi, kỳ và nguồn": sources.CODES,
    "Tổng và tỷ lệ": figures.SUMS,
    "Thời gian": figures.TIMES,
    "Điều đáng ngờ": figures.DOUBTS,
    "Chỉ tiêu": figures.TARGETS,
    "Đính chính": corrections.CODES,
    "Thủ tục hành chính": procedures.CODES,
    "Biểu Excel": forms.CODES,
    "Bài viết và lời văn": articles.CODES,
}
"""The codes in the groups that the manual shows, in its order."""

CODES = {name: code for group in GROUPS.values() for name, code in group.items()}
