"""Pages of procedures, and of lists of them.

| module | holds |
|---|---|
| `briefly` | deadlines and fees of all channels in few lines |
| `answers` | what a version answers, and how it stands |
| `procedure` | a procedure, in the country and in one province |
| `indexes` | all procedures, by field and by what happens in life |
| `provinces` | what a province's offices handle, and the lists that say so |
| `handled` | the same in short, for pages of places |
| `counted` | what bulletins count, beside lists |
| `doubted` | what is doubted in them |
| `linked_data` | a procedure for machines |
| `downloads` | all of them as tables |
| `wanted` | which of these pages a site has |
"""

from bantin.pages.procedures.counted import beside_lists
from bantin.pages.procedures.doubted import doubted_elsewhere
from bantin.pages.procedures.downloads import procedure_files
from bantin.pages.procedures.handled import handled_at, since_districts_ended
from bantin.pages.procedures.indexes import field_page, life_event_page, procedures_page
from bantin.pages.procedures.procedure import procedure_here_page, procedure_page
from bantin.pages.procedures.provinces import announcement_page, province_procedures_page
from bantin.pages.procedures.wanted import wanted

__all__ = [
    "announcement_page",
    "beside_lists",
    "doubted_elsewhere",
    "field_page",
    "handled_at",
    "life_event_page",
    "procedure_files",
    "procedure_here_page",
    "procedure_page",
    "procedures_page",
    "province_procedures_page",
    "since_districts_ended",
    "wanted",
]
