"""Reads the float weights of a sentence-embedding ONNX file without the onnx package."""
import numpy as np
def _varint(b, i):
    r = s = 0
    while True:
        c = b[i]; i += 1; r |= (c & 127) << s; s += 7
        if c < 128: return r, i
def _fields(b):
    i, e = 0, len(b)
    while i < e:
        k, i = _varint(b, i); f, w = k >> 3, k & 7
        if w == 0: v, i = _varint(b, i)
        elif w == 1: v = b[i:i + 8]; i += 8
        elif w == 5: v = b[i:i + 4]; i += 4
        else:
            n, i = _varint(b, i); v = b[i:i + n]; i += n
        yield f, w, v
def onnx_weights(path):
    """name -> float32 array; anonymous MatMul constants are named after the node that uses them"""
    buf = memoryview(open(path, 'rb').read()); out, rename = {}, {}
    graph = next(v for f, _, v in _fields(buf) if f == 7)
    for f, _, v in _fields(graph):
        if f == 5:
            dims, name, raw, dt = [], None, None, None
            for g, w, x in _fields(v):
                if g == 1:
                    if w == 0: dims.append(x)
                    else:
                        i = 0
                        while i < len(x): q, i = _varint(x, i); dims.append(q)
                elif g == 2: dt = x
                elif g == 8: name = bytes(x).decode()
                elif g == 9: raw = x
            if dt == 1 and raw is not None: out[name] = np.frombuffer(raw, '<f4').reshape(dims)
        elif f == 1:
            ins, name, op = [], '', ''
            for g, w, x in _fields(v):
                if g == 1: ins.append(bytes(x).decode())
                elif g == 3: name = bytes(x).decode()
                elif g == 4: op = bytes(x).decode()
            if op == 'MatMul' and len(ins) > 1: rename[ins[1]] = name.strip('/').replace('/', '.').removesuffix('.MatMul') + '.weight'
    return {rename.get(k, k): (v.T if k in rename else v) for k, v in out.items()}
