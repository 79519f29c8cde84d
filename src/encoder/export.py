"""python export.py dual.pt encoder.onnx [--lower=4] [--fp32] [--reduce-range]     writes the ONNX file by hand (no onnx package), opset 17.
python export.py --reader reader.pt reader.onnx [--fp32] [--reduce-range]
Inputs input_ids, attention_mask, token_type_ids: int64 [batch, n]. Outputs (float32): lower [batch, n, 384] (after that many layers, for the reader); hidden [batch, n, 384]; tokens, start, end, null [batch, n, 128];
question [batch, 3, 128] (start, end, null vectors of a question; meaningless for a passage).
int8: weights per output column, activations quantised at run time (DynamicQuantizeLinear + MatMulInteger), word table int8 per row; heads float.
The reader's inputs: states float32 [batch, n, 384] (`lower` of the question, then of the passage's own tokens), side int64 [batch, n] (0 the question's, 1 the
passage's). Outputs: start, end [batch, n] logits (position 0: not here; -10000 at the question's others), rel [batch]: a logit that the passage answers.
--reduce-range: 7-bit weights, for processors without VNNI (their u8 x s8 product saturates with full 8-bit weights)."""
import struct, sys, numpy as np, torch
from reader import LOWER

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

class Net:
    """the graph of a model's weights: what the encoder and the reader share"""
    def __init__(s, sd, int8=True, top=127, heads=12):
        s.w = {k: v.float().numpy() for k, v in sd.items()}; s.g, s.int8, s.top, s.heads = G(), int8, top, heads
        s.depth = 1 + max(int(k.split('.')[1]) for k in s.w if k.startswith('layers.')); s.h = s.w['layers.0.ln1.weight'].shape[0]; s.d = s.h // heads
    def f32(s, n, x): return s.g.c(n, np.asarray(x, np.float32))
    def i64(s, n, x): return s.g.c(n, np.asarray(x, np.int64))
    def lin(s, x, name, W, b):                   # W: [in, out]
        g = s.g
        if s.int8:
            sc = np.abs(W).max(0) / s.top + 1e-12; q = np.clip(np.round(W / sc), -s.top, s.top).astype(np.int8)
            xq, xs, xz = g.op('DynamicQuantizeLinear', x, outs=3)
            y = g.op('Cast', g.op('MatMulInteger', xq, g.c(name + '.q', q), xz, g.c('zero8', np.zeros((), np.int8))), to=1)
            y = g.op('Mul', y, g.op('Mul', xs, s.f32(name + '.s', sc)))
        else: y = g.op('MatMul', x, s.f32(name, W))
        return g.op('Add', y, s.f32(name + '.b', b))
    def table(s, name, E, ids):
        """rows of an embedding table"""
        if not s.int8: return s.g.op('Gather', s.f32(name, E), ids)
        sc = np.abs(E).max(1, keepdims=True) / 127 + 1e-12; q = np.clip(np.round(E / sc), -127, 127).astype(np.int8)
        return s.g.op('Mul', s.g.op('Cast', s.g.op('Gather', s.g.c(name + '.q', q), ids), to=1), s.g.op('Gather', s.f32(name + '.s', sc), ids))
    def ln(s, x, n): return s.g.op('LayerNormalization', x, s.f32(n + '.weight', s.w[n + '.weight']), s.f32(n + '.bias', s.w[n + '.bias']), axis=-1, epsilon=1e-12)
    def layer(s, x, i, am=None):
        """am: what is added to the attention's logits"""
        g, w, h, p = s.g, s.w, s.h, f'layers.{i}.'; shp, back = s.i64('shp', [0, 0, s.heads, s.d]), s.i64('back', [0, 0, h])
        W = w[p + 'qkv.weight'].T.copy(); b = w[p + 'qkv.bias'].copy(); W[:, :h] /= s.d ** .5; b[:h] /= s.d ** .5
        q, k, v = g.op('Split', s.lin(x, p + 'qkv', W, b), s.i64('thirds', [h, h, h]), outs=3, axis=-1)
        q = g.op('Transpose', g.op('Reshape', q, shp), perm=[0, 2, 1, 3]); k = g.op('Transpose', g.op('Reshape', k, shp), perm=[0, 2, 3, 1]); v = g.op('Transpose', g.op('Reshape', v, shp), perm=[0, 2, 1, 3])
        a = g.op('MatMul', q, k); a = g.op('Add', a, am) if am else a
        a = g.op('Reshape', g.op('Transpose', g.op('MatMul', g.op('Softmax', a, axis=-1), v), perm=[0, 2, 1, 3]), back)
        x = s.ln(g.op('Add', s.lin(a, p + 'o', w[p + 'o.weight'].T, w[p + 'o.bias']), x), p + 'ln1')
        u = s.lin(x, p + 'up', w[p + 'up.weight'].T, w[p + 'up.bias'])
        u = g.op('Mul', g.op('Mul', u, g.op('Add', g.op('Erf', g.op('Div', u, s.f32('sqrt2', 2 ** .5))), s.f32('onef', 1))), s.f32('half', .5))
        return s.ln(g.op('Add', s.lin(u, p + 'down', w[p + 'down.weight'].T, w[p + 'down.bias']), x), p + 'ln2')
    def write(s, path, name, ins, outs):
        """ins: (name, type, dims); outs: (name, value, dims)"""
        for o, x, _ in outs: s.g.nodes.append(fb(1, x) + fb(2, o) + fb(3, o + '_out') + fb(4, 'Identity'))
        graph = b''.join(fb(1, x) for x in s.g.nodes) + fb(2, name) + b''.join(fb(5, x) for x in s.g.inits) + b''.join(fb(11, value(*x)) for x in ins) + b''.join(fb(12, value(o, 1, d)) for o, _, d in outs)
        open(path, 'wb').write(fi(1, 8) + fb(2, 'pullquote-export') + fb(7, graph) + fb(8, fb(1, '') + fi(2, 17)))

def encoder(sd, path, lower=LOWER, **k):
    s = Net(sd, **k); g, w, f32, i64 = s.g, s.w, s.f32, s.i64; ids, mask, typ = 'input_ids', 'attention_mask', 'token_type_ids'
    n = g.op('Gather', g.op('Shape', ids), i64('one', 1)); rng = g.op('Range', i64('zero', 0), n, i64('one', 1))
    x = s.ln(g.op('Add', g.op('Add', s.table('word', w['word.weight'], ids), g.op('Gather', f32('typ', w['typ.weight']), typ)), g.op('Gather', f32('pos', w['pos.weight']), rng)), 'ln')
    off = g.op('Mul', g.op('Sub', f32('onef', 1), g.op('Cast', mask, to=1)), f32('neg', -1e4)); am = g.op('Unsqueeze', off, i64('ax12', [1, 2])); out = []
    for i in range(s.depth):
        if i == lower: out.append(('lower', x, ['b', 'n', 'h']))
        x = s.layer(x, i, am)
    out.append(('hidden', x, ['b', 'n', 'h'])); t = g.op('MatMul', x, f32('tok.w', w['tok.weight'].T)); out.append(('tokens', g.op('Div', t, g.op('ReduceL2', t, axes=[-1], keepdims=1)), ['b', 'n', 'd']))
    for k in ('start', 'end', 'null'): out.append((k, g.op('MatMul', x, f32(k + '.w', w[k + '.weight'].T)), ['b', 'n', 'd']))
    at = g.op('Softmax', g.op('Add', g.op('MatMul', x, f32('att.w', w['att.weight'].T)), g.op('Unsqueeze', off, i64('ax2', [2]))), axis=1)
    v = g.op('ReduceSum', g.op('Mul', at, x), i64('ax1', [1]), keepdims=0); v = g.op('Add', g.op('MatMul', v, f32('query.w', w['query.weight'].T)), f32('query.b', w['query.bias']))
    out.append(('question', g.op('Reshape', v, i64('three', [-1, 3, w['null.weight'].shape[0]])), ['b', 'three', 'd']))
    s.write(path, 'pullquote-encoder', [(x, 7, ['b', 'n']) for x in (ids, mask, typ)], out)

def reader(sd, path, **k):
    s = Net(sd, **k); g, w, f32, i64 = s.g, s.w, s.f32, s.i64; x = g.op('Add', 'states', g.op('Gather', f32('side.w', w['side.weight']), 'side'))
    for i in range(s.depth): x = s.layer(x, i)
    ax2 = i64('ax2', [2]); y = g.op('Add', g.op('MatMul', x, f32('span.w', w['span.weight'].T)), f32('span.b', w['span.bias'])); a, b = g.op('Split', y, i64('halves', [1, 1]), outs=2, axis=-1)
    first = g.op('Cast', g.op('Equal', g.op('CumSum', g.op('Add', g.op('Mul', 'side', i64('zero', 0)), i64('one', 1)), i64('axis', 1)), i64('one', 1)), to=1)
    off = g.op('Mul', g.op('Sub', f32('onef', 1), g.op('Max', first, g.op('Cast', 'side', to=1))), f32('neg', -1e4))
    ends = [g.op('Add', g.op('Squeeze', z, ax2), off) for z in (a, b)]
    # in favour of an answer here: the tokens' logits together over that of position 0
    lse = [g.op('Sub', g.op('ReduceLogSumExp', g.op('Slice', z, i64('from1', [1]), i64('far', [1 << 30]), i64('ax1', [1])), axes=[1], keepdims=0), g.op('Gather', z, i64('zero', 0), axis=1)) for z in ends]
    h = g.op('Gather', x, i64('zero', 0), axis=1); h = g.op('Tanh', g.op('Add', g.op('MatMul', h, f32('rel1.w', w['rel1.weight'].T)), f32('rel1.b', w['rel1.bias']))); h = g.op('Add', g.op('MatMul', h, f32('rel2.w', w['rel2.weight'].T)), f32('rel2.b', w['rel2.bias']))
    rel = g.op('Add', g.op('Squeeze', h, i64('ax1', [1])), g.op('Mul', g.op('Add', *lse), f32('mix', w['mix'])))
    s.write(path, 'pullquote-reader', [('states', 1, ['b', 'n', 'h']), ('side', 7, ['b', 'n'])], [('start', ends[0], ['b', 'n']), ('end', ends[1], ['b', 'n']), ('rel', rel, ['b'])])

if __name__ == '__main__':
    A = [x for x in sys.argv[1:] if not x.startswith('--')]; at = [dict(lower=int(x[8:])) for x in sys.argv if x.startswith('--lower=')]; parts = [torch.load(f, map_location='cpu')['model'] for f in A[0].split(',')]
    sd = {k: sum(p[k] for p in parts) / len(parts) for k in parts[0]}     # of several, the mean (model soup; Wortsman et al., 2022)
    (reader if '--reader' in sys.argv else encoder)(sd, A[1], **(at or [{}])[0], int8='--fp32' not in sys.argv, top=63 if '--reduce-range' in sys.argv else 127)
