"""The look of every site, as a MkDocs theme that extends Material: CSS, scripts, partials, words of the surroundings.

MkDocs finds this folder by importing it; nothing here is code.
"""
