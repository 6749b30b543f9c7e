"""Render: from an article and its catalog to the article in the other language."""

from __future__ import annotations

from toolkit.rendering.page import Rendering, render, rendering

__all__ = ["Rendering", "render", "rendering"]
