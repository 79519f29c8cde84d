"""python export.py dual.pt out.onnx [--fp32] [--reduce-range]     writes the ONNX file by hand (no onnx package), opset 17.
Inputs input_ids, attention_mask, token_type_ids: int64 [batch, n]. Outputs (float32): hidden [batch, n, 384]; tokens, start, end, null [batch, n, 128];
question [batch, 3, 128] (start, end, null vectors of a question; meaningless for a passage).
int8: weights per output column, activations quantised at run time (DynamicQuantizeLinear + MatMulInteger), word table int8 per row; heads float.
--reduce-range: 7-bit weights, for processors without VNNI (their u8 x s8 product saturates with full 8-bit weights)."""
import struct, sys, numpy as np, torch

def vi(n):
    n &= (1 << 64) - 1; o = b''
    while True:
        c = n & 127; n >>= 7
        if n: o += bytes([c | 128])
        else: return o + bytes([c])
def fi(f, n): return vi(f << 3) + vi(n)
def fb(f, b): b = b.encode() if isinstance(b, str) else b; return vi(f << 3 | 2) + vi(len(b)) + b
TY = {np.dtype('float32'): 1, np.dtype('uint8'): 2, np.dtype('int8'): 3, np.dtype('int64'): 7}
def tensor(name, a): a = np.array(a, order='C'); return b''.join(fi(1, d) for d in a.shape) + fi(2, TY[a.dtype]) + fb(8, name) + fb(9, a.tobytes())
def attr(k, v):
    if isinstance(v, float): return fb(1, k) + vi(2 << 3 | 5) + struct.pack('<f', v) + fi(20, 1)
    if isinstance(v, int): return fb(1, k) + fi(3, v) + fi(20, 2)
    return fb(1, k) + b''.join(fi(8, x) for x in v) + fi(20, 7)
def value(name, ty, dims):
    sh = b''.join(fb(1, fb(2, d)) for d in dims); return fb(1, name) + fb(2, fb(1, fi(1, ty) + fb(2, sh)))

class G:
    def __init__(s): s.nodes, s.inits, s.k, s.seen = [], [], 0, set()
    def c(s, name, a):
        if name not in s.seen: s.seen.add(name); s.inits.append(tensor(name, np.asarray(a)))
        return name
    def op(s, op, *ins, outs=1, **at):
        s.k += 1; o = [f'{op}_{s.k}_{i}' for i in range(outs)]
        s.nodes.append(b''.join(fb(1, i) for i in ins) + b''.join(fb(2, x) for x in o) + fb(3, f'{op}_{s.k}') + fb(4, op) + b''.join(fb(5, attr(k, v)) for k, v in at.items()))
        return o[0] if outs == 1 else o

def build(sd, path, int8=True, top=127, heads=12):
    w = {k: v.float().numpy() for k, v in sd.items()}; g = G(); L = 1 + max(int(k.split('.')[1]) for k in w if k.startswith('layers.')); h = w['ln.weight'].shape[0]; d = h // heads
    f32 = lambda n, x: g.c(n, np.asarray(x, np.float32)); i64 = lambda n, x: g.c(n, np.asarray(x, np.int64))
    def lin(x, name, W, b):                      # W: [in, out]
        if int8:
            sc = np.abs(W).max(0) / top + 1e-12; q = np.clip(np.round(W / sc), -top, top).astype(np.int8)
            xq, xs, xz = g.op('DynamicQuantizeLinear', x, outs=3)
            y = g.op('Cast', g.op('MatMulInteger', xq, g.c(name + '.q', q), xz, g.c('zero8', np.zeros((), np.int8))), to=1)
            y = g.op('Mul', y, g.op('Mul', xs, f32(name + '.s', sc)))
        else: y = g.op('MatMul', x, f32(name, W))
        return g.op('Add', y, f32(name + '.b', b))
    ln = lambda x, n: g.op('LayerNormalization', x, f32(n + '.weight', w[n + '.weight']), f32(n + '.bias', w[n + '.bias']), axis=-1, epsilon=1e-12)
    ids, mask, typ = 'input_ids', 'attention_mask', 'token_type_ids'
    n = g.op('Gather', g.op('Shape', ids), i64('one', 1)); rng = g.op('Range', i64('zero', 0), n, i64('one', 1)); E = w['word.weight']
    if int8:
        sc = np.abs(E).max(1, keepdims=True) / 127 + 1e-12; q = np.clip(np.round(E / sc), -127, 127).astype(np.int8)
        x = g.op('Mul', g.op('Cast', g.op('Gather', g.c('word.q', q), ids), to=1), g.op('Gather', f32('word.s', sc), ids))
    else: x = g.op('Gather', f32('word', E), ids)
    x = g.op('Add', g.op('Add', x, g.op('Gather', f32('typ', w['typ.weight']), typ)), g.op('Gather', f32('pos', w['pos.weight']), rng)); x = ln(x, 'ln')
    off = g.op('Mul', g.op('Sub', f32('onef', 1), g.op('Cast', mask, to=1)), f32('neg', -1e4)); am = g.op('Unsqueeze', off, i64('ax12', [1, 2]))
    shp, back = i64('shp', [0, 0, heads, d]), i64('back', [0, 0, h])
    for i in range(L):
        p = f'layers.{i}.'; W = w[p + 'qkv.weight'].T.copy(); b = w[p + 'qkv.bias'].copy(); W[:, :h] /= d ** .5; b[:h] /= d ** .5
        q, k, v = g.op('Split', lin(x, p + 'qkv', W, b), i64('thirds', [h, h, h]), outs=3, axis=-1)
        q = g.op('Transpose', g.op('Reshape', q, shp), perm=[0, 2, 1, 3]); k = g.op('Transpose', g.op('Reshape', k, shp), perm=[0, 2, 3, 1]); v = g.op('Transpose', g.op('Reshape', v, shp), perm=[0, 2, 1, 3])
        a = g.op('MatMul', g.op('Softmax', g.op('Add', g.op('MatMul', q, k), am), axis=-1), v); a = g.op('Reshape', g.op('Transpose', a, perm=[0, 2, 1, 3]), back)
        x = ln(g.op('Add', lin(a, p + 'o', w[p + 'o.weight'].T, w[p + 'o.bias']), x), p + 'ln1')
        u = lin(x, p + 'up', w[p + 'up.weight'].T, w[p + 'up.bias'])
        u = g.op('Mul', g.op('Mul', u, g.op('Add', g.op('Erf', g.op('Div', u, f32('sqrt2', 2 ** .5))), f32('onef', 1))), f32('half', .5))
        x = ln(g.op('Add', lin(u, p + 'down', w[p + 'down.weight'].T, w[p + 'down.bias']), x), p + 'ln2')
    out = [('hidden', x)]; t = g.op('MatMul', x, f32('tok.w', w['tok.weight'].T)); out.append(('tokens', g.op('Div', t, g.op('ReduceL2', t, axes=[-1], keepdims=1))))
    for k in ('start', 'end', 'null'): out.append((k, g.op('MatMul', x, f32(k + '.w', w[k + '.weight'].T))))
    at = g.op('Softmax', g.op('Add', g.op('MatMul', x, f32('att.w', w['att.weight'].T)), g.op('Unsqueeze', off, i64('ax2', [2]))), axis=1)
    v = g.op('ReduceSum', g.op('Mul', at, x), i64('ax1', [1]), keepdims=0); v = g.op('Add', g.op('MatMul', v, f32('query.w', w['query.weight'].T)), f32('query.b', w['query.bias']))
    out.append(('question', g.op('Reshape', v, i64('three', [-1, 3, w['null.weight'].shape[0]]))))
    for o, x in out: g.nodes.append(fb(1, x) + fb(2, o) + fb(3, o + '_out') + fb(4, 'Identity'))
    graph = b''.join(fb(1, x) for x in g.nodes) + fb(2, 'pullquote-encoder') + b''.join(fb(5, x) for x in g.inits) + b''.join(fb(11, value(x, 7, ['b', 'n'])) for x in (ids, mask, typ))
    for o, _ in out: graph += fb(12, value(o, 1, ['b', 'three', 'd'] if o == 'question' else ['b', 'n', 'h' if o == 'hidden' else 'd']))
    open(path, 'wb').write(fi(1, 8) + fb(2, 'pullquote-export') + fb(7, graph) + fb(8, fb(1, '') + fi(2, 17)))

if __name__ == '__main__':
    sd = torch.load(sys.argv[1], map_location='cpu')['model']; build(sd, sys.argv[2], '--fp32' not in sys.argv, 63 if '--reduce-range' in sys.argv else 127)
