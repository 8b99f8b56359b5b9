"""An article described for search engines: schema.org's MedicalWebPage as JSON-LD."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..content.articles import Article
from ..content.taxonomy import Taxonomy
from ..markdown.references import NumberedReference
from .license import LICENSE


def medical_web_page(
    article: Article, taxonomy: Taxonomy, citations: Sequence[Mapping[str, Any]], site_name: str, site_url: str
) -> dict[str, Any]:
    """The article as schema.org describes it, with the `citations` of its text; what is not known is left out."""
    # Programs that read this know no "changed since": they get a review only of the text that stands here.
    reviewed = None if article.is_changed_since_review else article.reviewed
    publisher = {"@type": "Organization", "name": site_name, "url": site_url}
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "@id": f"{site_url}{article.url}",
        "url": f"{site_url}{article.url}",
        "name": article.title,
        "headline": article.title,
        "description": article.excerpt,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": LICENSE,
        "datePublished": article.published and article.published.isoformat(),
        "dateModified": article.last_change and article.last_change.isoformat(),
        "lastReviewed": reviewed and reviewed.isoformat(),
        "author": article.author and {"@type": "Organization", "name": article.author},
        "reviewedBy": reviewed and article.reviewed_by and {"@type": "Organization", "name": article.reviewed_by},
        "publisher": publisher,
        "image": article.picture and f"{site_url}{article.picture.lstrip('/')}",
        "keywords": [taxonomy.tags[tag] for tag in article.tags if tag in taxonomy.tags],
        "articleSection": taxonomy.categories.get(article.category or ""),
        "audience": article.audience
        and {"@type": "MedicalAudience", "audienceType": taxonomy.audiences.get(article.audience, article.audience)},
        "citation": list(citations),
        "isPartOf": {"@type": "WebSite", "name": site_name, "url": site_url},
    }
    return {name: value for name, value in known.items() if value not in (None, "", [])}


def citation(reference: NumberedReference) -> dict[str, Any]:
    """A work of the list of references."""
    same = [f"https://doi.org/{reference.doi}"] if reference.doi else []
    same += [f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"] if reference.pmid else []
    work = reference.work
    is_paper = work is not None and work.kind in ("article", "preprint")
    known: dict[str, Any] = {
        "@type": "ScholarlyArticle" if is_paper else "CreativeWork",
        "name": reference.text,
        "url": work.url if work else "",
        "sameAs": same,
    }
    return {name: value for name, value in known.items() if value}


def script_text(data: dict[str, Any]) -> str:
    """JSON that can stand inside a script element whatever an editor wrote."""
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028")
