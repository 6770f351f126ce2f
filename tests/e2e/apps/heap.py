"""What is alive in Python, and between Python and JavaScript."""

import gc

from pyodide_js import _module as module

module.enable_pyproxy_allocation_tracing()


def figures():
    gc.collect()
    return {
        "objects": len(gc.get_objects()),
        "memory": module.HEAPU8.length,
        "proxies": module.pyproxy_alloc_map.size,
        "references": module._hiwire_num_refs(),
    }
