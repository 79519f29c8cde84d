"""Reads the tensors of an ONNX file without the onnx package."""
import numpy as np
TYPES = {1: '<f4', 2: 'u1', 3: 'i1', 7: '<i8'}
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
def _graph(path): return next(v for f, _, v in _fields(memoryview(open(path, 'rb').read())) if f == 7)
def tensors(path):
    """name -> array of each float32, uint8, int8 or int64 tensor of the file"""
    out = {}
    for f, _, v in _fields(_graph(path)):
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
            if dt in TYPES and raw is not None: out[name] = np.frombuffer(raw, TYPES[dt]).reshape(dims)
    return out
def onnx_weights(path):
    """name -> float32 array; anonymous MatMul constants are named after the node that uses them"""
    rename = {}
    for f, _, v in _fields(_graph(path)):
        if f == 1:
            ins, name, op = [], '', ''
            for g, w, x in _fields(v):
                if g == 1: ins.append(bytes(x).decode())
                elif g == 3: name = bytes(x).decode()
                elif g == 4: op = bytes(x).decode()
            if op == 'MatMul' and len(ins) > 1: rename[ins[1]] = name.strip('/').replace('/', '.').removesuffix('.MatMul') + '.weight'
    return {rename.get(k, k): (v.T if k in rename else v) for k, v in tensors(path).items() if v.dtype == np.float32}
