"""Material changes pages without loading them anew; forms must come to life on each, and Python must start once."""

from playwright.sync_api import Page, expect

from e2e.pages.site import Site


def test_a_form_works_after_changes_of_page_and_python_starts_once(open_site: Site, page: Page) -> None:
    workers: list[str] = []
    open_site.change_pages_instantly()
    page.on("worker", lambda worker: workers.append(worker.url))
    first = open_site.calculator("iv-dose", "IV ketamine dose")
    first.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    expect(first.headline).to_contain_text("35.0 mg")
    page.evaluate("window.sameDocument = true")
    started = len(workers)

    open_site.follow("Calculators")
    expect(page).to_have_title("Calculators - Ketamine Association Guidance")
    page.get_by_role("link", name="Response status").click()

    second = open_site.form("Response status")
    second.choose("Scale", "MADRS").enter(Total_before_treatment="32", Total_now="16")
    expect(second.headline).to_contain_text("Response")
    assert page.evaluate("window.sameDocument") is True
    assert len(workers) == started


def test_what_stays_on_a_changed_page_is_not_loaded_again_and_its_links_lead_where_they_led(
    open_site: Site, page: Page
) -> None:
    open_site.change_pages_instantly()
    open_site.calculator("iv-dose", "IV ketamine dose")
    page.evaluate("window.sameDocument = true")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    for tab, title in (
        ("Home", "Ketamine for depression"),
        ("Worksheets", "Worksheets"),
        ("Calculators", "Calculators"),
    ):
        open_site.follow(tab)
        expect(page).to_have_title(f"{title} - Ketamine Association Guidance")
        assert page.evaluate("document.querySelector('.md-logo').href") == open_site.address
    assert page.evaluate("window.sameDocument") is True
    assert [url for url in fetched if url.endswith(".css")] == []
    assert page.locator("link[rel~='stylesheet']").count() == 3


def test_going_back_finds_a_form_that_works(open_site: Site, page: Page) -> None:
    open_site.change_pages_instantly()
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="400").calculate()
    expect(form.summary).to_be_visible()
    open_site.follow("Calculators")
    expect(page).to_have_title("Calculators - Ketamine Association Guidance")
    page.go_back()
    form = open_site.form("IV ketamine dose")
    form.enter(Weight="80").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("40.0 mg")
    expect(form.summary).to_be_hidden()


def test_two_calculators_of_an_article_do_not_disturb_each_other(open_site: Site) -> None:
    article = open_site.article()
    dose, staging = article.form("IV ketamine dose"), article.form("Thase–Rush staging")
    dose.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    staging.tick("Classes that failed", "SSRI", "SNRI").choose("Bilateral ECT failed", "No")
    expect(dose.headline).to_contain_text("35.0 mg")
    expect(staging.headline).to_contain_text("stage II")
