"""A smoke test in WebKit: an app starts, keeps a value over a reload, and tells the other tab of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from e2e.sites import Sites
from e2e.webkit import webkit

STATE = "return document.documentElement.dataset.pyblocks"


@pytest.fixture(scope="module")
def driver() -> Iterator[WebKitGTK]:
    with webkit() as driver:
        yield driver


def wait_until(driver: WebKitGTK, condition: Callable[[], bool]) -> None:
    WebDriverWait(driver, 60).until(lambda _: condition())


def wait_until_ready(driver: WebKitGTK) -> None:
    wait_until(driver, lambda: driver.execute_script(STATE) in ("ready", "error"))
    assert driver.execute_script(STATE) == "ready", driver.find_element(By.TAG_NAME, "body").text


def box(driver: WebKitGTK, label: str) -> WebElement:
    return driver.find_element(By.XPATH, f"//textarea[@id = //label[normalize-space() = '{label}']/@for]")


def shows(driver: WebKitGTK, label: str, text: str) -> bool:
    return box(driver, label).get_property("value") == text


def keep(driver: WebKitGTK, code: str) -> None:
    """Have a handler return what ``code`` is in Python, and wait until it is told that this is kept."""
    box(driver, "New value, in Python").clear()
    box(driver, "New value, in Python").send_keys(code)
    driver.find_element(By.XPATH, "//button[normalize-space() = 'Keep']").click()
    wait_until(driver, lambda: shows(driver, "Outcome", f"saved {code}"))


def test_a_value_survives_a_reload_and_another_tab_sees_it(driver: WebKitGTK, sites: Sites, place: str) -> None:
    address = sites.address("kept.py", place)
    driver.get(address)
    wait_until_ready(driver)
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(address)
    wait_until_ready(driver)
    keep(driver, "['ü', 1.0]")
    driver.close()
    driver.switch_to.window(first)
    wait_until(driver, lambda: shows(driver, "Kept", "['\\xfc', 1.0]"))
    driver.refresh()  # from here on WebKit tells a page from the disk of no other tab
    wait_until_ready(driver)
    assert shows(driver, "Kept", "['\\xfc', 1.0]")
    assert json.loads(driver.execute_script("return JSON.stringify(localStorage)")) == {"kept": '["ü", 1.0]'}
