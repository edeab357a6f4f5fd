"""Pages of procedures, and of lists of them.

| module | holds |
|---|---|
| `briefly` | deadlines and fees of all channels in few lines |
| `answers` | what a version answers, and how it stands |
| `fates` | how a procedure stands in a sentence, what ended it, what comes next |
| `records` | what one file tells, as pages show it |
| `elsewhere` | what provinces say of a procedure |
| `former` | who handles what a unit that has ended did |
| `procedure` | a procedure, in the country and in one province |
| `indexes` | all procedures, by field and by what happens in life |
| `listed` | rows of what lists name |
| `parts` | a long list on several pages |
| `lists` | a list that a province announced |
| `provinces` | what a province's offices handle, and the lists that say so |
| `province_fields` | the same of one field, where a province's lists name much |
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
from bantin.pages.procedures.former import former_of, since_districts_ended
from bantin.pages.procedures.handled import differing_at, handled_at
from bantin.pages.procedures.indexes import field_page, life_event_page, procedures_page, tier_page
from bantin.pages.procedures.lists import announcement_page
from bantin.pages.procedures.procedure import procedure_here_page, procedure_page
from bantin.pages.procedures.province_fields import province_field_page
from bantin.pages.procedures.provinces import province_procedures_page
from bantin.pages.procedures.wanted import wanted

__all__ = [
    "announcement_page",
    "beside_lists",
    "differing_at",
    "doubted_elsewhere",
    "field_page",
    "former_of",
    "handled_at",
    "life_event_page",
    "procedure_files",
    "procedure_here_page",
    "procedure_page",
    "procedures_page",
    "province_field_page",
    "province_procedures_page",
    "since_districts_ended",
    "tier_page",
    "wanted",
]
