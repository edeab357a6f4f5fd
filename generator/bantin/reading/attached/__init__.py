"""Pictures and documents beside texts, as they are published.

| module | holds |
|---|---|
| `containers` | the bare pixels in a picture's file |
| `pixels` | a picture's file, decoded |
| `encodings` | pixels as files |
| `pictures` | pictures as they are published |
| `documents` | documents as they are published |
"""
