"""Pictures and documents beside texts that cannot be published, or are not."""

from collections.abc import Collection, Iterator

from bantin.model import name_problem
from bantin.problems import Location, Problem


def problems_of(files: Collection[str], used: Collection[str], *, unsure: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the files below content/ that are no texts; `used` are those that a text shows or links to.

    `unsure` are those beside a text that could not be read, which may show what nothing else does.
    """
    for path in sorted(files):
        at = Location(path)
        if fault := name_problem(path.rpartition("/")[2]):
            yield Problem(at, "image-name", *fault, warning=path not in used)
        elif path not in used and path not in unsure:
            message = "Chưa trang nào hiện ảnh này hay dẫn đến tài liệu này, nên tệp không được đăng."
            yield Problem(at, "file-unused", message, "Nhắc đến tệp trong bài viết, hoặc xóa tệp.", warning=True)
