"""Sits down at a form in LibreOffice as an analyst does: reads what stands in its cells, and types into them by the keyboard.

Reads one JSON object from stdin: the pipe of the running program, the display, cells to describe and values to type. Writes one
JSON object to stdout: for each cell its lock and validation; for each typed value whether the program objected in a window of its
own, and what the cell holds afterwards. UNO alone would write past every validation; the keyboard does not.
"""

import json
import os
import subprocess
import sys
import time

import uno


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for attempt in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            document = desktop.getCurrentComponent()
            if document is not None and document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
                return document
        except Exception:
            pass
        time.sleep(0.5)
    raise SystemExit("LibreOffice did not open the form")


def xdotool(*words):
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, errors="replace").stdout


def windows():
    return set(xdotool("search", "--onlyvisible", "--name", ".*").split())


def until(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


def described(document, sheet, address):
    cell = document.Sheets.getByName(sheet).getCellRangeByName(address)
    rule = cell.Validation
    return {
        "sheetProtected": document.Sheets.getByName(sheet).isProtected(),
        "locked": cell.CellProtection.IsLocked,
        "kind": rule.Type.value,
        "alert": rule.ErrorAlertStyle.value,
        "shown": rule.ShowErrorMessage,
        "title": rule.ErrorTitle,
        "message": rule.ErrorMessage,
    }


def typed(document, sheet, address, text, picture):
    controller = document.CurrentController
    paper = document.Sheets.getByName(sheet)
    controller.setActiveSheet(paper)
    controller.select(paper.getCellRangeByName(address))
    controller.Frame.ContainerWindow.setFocus()
    time.sleep(0.6)
    before = windows()
    # A locked cell objects to the first letter. Nothing to type: the cell is emptied.
    if text:
        xdotool("type", "--delay", "60", text[:1])
    else:
        xdotool("key", "Delete")
    objected = until(lambda: windows() - before, 2.5)
    if not objected and text:
        xdotool("type", "--delay", "60", text[1:])
        xdotool("key", "Return")
        objected = until(lambda: windows() - before, 4)
    if picture:
        subprocess.run(["import", "-window", "root", picture], capture_output=True)
    if objected:
        # No window manager gives the new window the keyboard.
        for window in windows() - before:
            xdotool("windowfocus", "--sync", window)
            xdotool("key", "Return")
        until(lambda: not windows() - before, 5)
        controller.Frame.ContainerWindow.setFocus()
        time.sleep(0.5)
        xdotool("key", "Escape")
        time.sleep(0.5)
    return {"objected": objected, "holds": paper.getCellRangeByName(address).String}


def main():
    task = json.load(sys.stdin)
    os.environ["DISPLAY"] = task["display"]
    document = connect(task["pipe"])
    time.sleep(1)
    answer = {
        "cells": [described(document, *cell) for cell in task["cells"]],
        "typed": [typed(document, *value) for value in task["values"]],
    }
    if task["save"]:
        document.store()
    json.dump(answer, sys.stdout, ensure_ascii=False)


main()
