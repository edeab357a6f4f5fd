"""Whoever answers for a site: one with a public address has to say it."""

PLUGINS = "plugins: [{bantin: {owner: {name: Ủy ban nhân dân tỉnh Mẫu, phone: 0123 456 789}}}]\n"
"""The plugins of such a site."""
