"""The whole table, by key."""

from collections.abc import Mapping

from ..wording import upper_first
from .other_classes import NASSA, NDRI, OTHER, SARI
from .product import Product
from .serotonergic import MULTIMODAL, SNRI, SSRI
from .tricyclics_and_maois import MAOI, TCA

BRANDS_SHOWN = 3
"""More would make a menu wider than a phone."""

PRODUCTS: Mapping[str, Product] = {
    product.key: product
    for product in sorted(
        (*SSRI, *SNRI, *NDRI, *NASSA, *SARI, *MULTIMODAL, *TCA, *MAOI, *OTHER), key=lambda product: product.key
    )
}


def menu_label(product: Product) -> str:
    """`Sertraline (Zoloft, Lustral)`."""
    brands = ", ".join(product.brands[:BRANDS_SHOWN])
    return upper_first(product.name) + (f" ({brands})" if brands else "")
