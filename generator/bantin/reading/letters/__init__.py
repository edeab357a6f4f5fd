"""The bytes of a file as text, and what is wrong with its letters.

| module | holds |
|---|---|
| `spelling` | whether a word may be Vietnamese |
| `codings` | what a way of coding letters is |
| `old_fonts` | letters in codes of their own |
| `mojibake` | letters that were read as another encoding |
| `garbled` | text that was garbled on its way, and what was meant |
| `characters` | bytes as text |
"""
