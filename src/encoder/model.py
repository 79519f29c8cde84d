"""Encoder (plain PyTorch BERT, weights from an ONNX file) with the heads of the dual encoder (Dual) or of the teacher (Cross)."""
import math
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
from onnx_in import onnx_weights
DIM = 128

class Layer(nn.Module):
    def __init__(s, h, heads, ff):
        super().__init__(); s.heads = heads
        s.qkv = nn.Linear(h, 3 * h); s.o = nn.Linear(h, h); s.ln1 = nn.LayerNorm(h, eps=1e-12)
        s.up = nn.Linear(h, ff); s.down = nn.Linear(ff, h); s.ln2 = nn.LayerNorm(h, eps=1e-12)
    def forward(s, x, mask):
        b, n, h = x.shape
        q, k, v = s.qkv(x).view(b, n, 3, s.heads, h // s.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = s.ln1(x + s.o(a.transpose(1, 2).reshape(b, n, h)))
        return s.ln2(x + s.down(F.gelu(s.up(x))))

class Encoder(nn.Module):
    def __init__(s, layers=12, h=384, heads=12, ff=1536, vocab=30522):
        super().__init__()
        s.word = nn.Embedding(vocab, h); s.pos = nn.Embedding(512, h); s.typ = nn.Embedding(2, h)
        s.ln = nn.LayerNorm(h, eps=1e-12); s.layers = nn.ModuleList(Layer(h, heads, ff) for _ in range(layers))
    def hidden(s, ids, mask, types):
        n = ids.shape[1]; x = s.ln(s.word(ids) + s.pos(torch.arange(n, device=ids.device)) + s.typ(types))
        dev = ids.device.type
        if torch.is_autocast_enabled(dev): x = x.to(torch.get_autocast_dtype(dev))
        m = mask.bool()[:, None, None, :].expand(-1, 1, n, -1)
        for l in s.layers: x = l(x, m)
        return x.float()
    def load_onnx(s, path):
        w = {k: torch.from_numpy(np.array(v)) for k, v in onnx_weights(path).items()}; put = lambda p, k: p.data.copy_(w[k])
        for m, k in ((s.word, 'word_embeddings'), (s.pos, 'position_embeddings'), (s.typ, 'token_type_embeddings')): put(m.weight, f'embeddings.{k}.weight')
        for wb in ('weight', 'bias'):
            put(getattr(s.ln, wb), 'embeddings.LayerNorm.' + wb)
            for i, l in enumerate(s.layers):
                g = f'encoder.layer.{i}.'
                getattr(l.qkv, wb).data = torch.cat([w[f'{g}attention.self.{n}.{wb}'] for n in ('query', 'key', 'value')])
                for m, k in ((l.o, 'attention.output.dense'), (l.ln1, 'attention.output.LayerNorm'), (l.up, 'intermediate.dense'), (l.down, 'output.dense'), (l.ln2, 'output.LayerNorm')):
                    put(getattr(m, wb), f'{g}{k}.{wb}')
        return s

class Dual(Encoder):
    """tok: MaxSim vectors; start, end: phrase vectors of passage tokens; att: pooling of the question; query: its start, end and null vectors;
    null: the passage's, from its mean vector. scale: temperatures (pooled, MaxSim, phrase)."""
    def __init__(s, layers=12, h=384, **k):
        super().__init__(layers, h, **k)
        s.tok, s.start, s.end, s.null = (nn.Linear(h, DIM, bias=False) for _ in range(4)); s.att = nn.Linear(h, 1, bias=False); s.query = nn.Linear(h, 3 * DIM)
        s.scale = nn.Parameter(torch.tensor([30., 15., 1.]).log()); s.bias = nn.Parameter(torch.zeros(1))
        for m in (s.start, s.end, s.null): nn.init.normal_(m.weight, std=.06)
        nn.init.orthogonal_(s.tok.weight); nn.init.normal_(s.query.weight, std=.06); nn.init.zeros_(s.query.bias); nn.init.zeros_(s.att.weight)
    HEADS = ('tok', 'start', 'end', 'null', 'att', 'query', 'scale', 'bias')
    def question(s, ids, mask):
        return s.question_from(s.hidden(ids, mask, torch.zeros_like(ids)), mask)
    def question_from(s, h, mask):
        m = mask[..., None].float()
        a = torch.softmax(s.att(h) + (1 - m) * -1e4, 1); v = s.query((a * h).sum(1)).view(-1, 3, DIM)
        return dict(vec=F.normalize((h * m).sum(1) / m.sum(1), dim=-1), tok=F.normalize(s.tok(h), dim=-1), mask=mask, v=v)
    def passages(s, ids, mask, types, own):
        """own [b, n]: passage number (from 0, in the window) of each token, -1 elsewhere -> token vectors flattened to the own tokens, in passage order"""
        return s.passages_from(s.hidden(ids, mask, types), own)
    def passages_from(s, h, own):
        b, n, d = h.shape; k = int(own.max()) + 1
        flat = (own + torch.arange(b, device=own.device)[:, None] * k); keep = own >= 0
        x = h[keep]; seg = flat[keep]; uniq, seg = torch.unique(seg, return_inverse=True); P = len(uniq)
        cnt = torch.zeros(P, device=h.device).index_add_(0, seg, torch.ones_like(seg, dtype=torch.float))
        mean = torch.zeros(P, d, device=h.device).index_add_(0, seg, x) / cnt[:, None]
        return dict(vec=F.normalize(mean, dim=-1), tok=F.normalize(s.tok(x), dim=-1), start=s.start(x), end=s.end(x), null=s.null(mean), seg=seg, P=P)

def maxper(x, seg, P):
    """x [Q, T], seg [T] -> [Q, P] maximum within each passage"""
    return torch.full((x.shape[0], P), -1e4, device=x.device, dtype=x.dtype).scatter_reduce(1, seg.expand(x.shape[0], -1), x, 'amax', include_self=True)

def scores(q, p, scale=None, bias=0.):
    """-> pooled [Q, P], maxsim [Q, P] (mean over question tokens), start and end logits [Q, T], null [Q, P]"""
    pooled = q['vec'] @ p['vec'].T; Q, m, d = q['tok'].shape
    t = q['tok'].reshape(-1, d) @ p['tok'].T; mx = maxper(t, p['seg'], p['P']).view(Q, m, -1); w = q['mask'].float()
    sim = (mx * w[..., None]).sum(1) / w.sum(1, keepdim=True); r = DIM ** -.5
    return pooled, sim, q['v'][:, 0] @ p['start'].T * r, q['v'][:, 1] @ p['end'].T * r, q['v'][:, 2] @ p['null'].T * r + bias

class Cross(Encoder):
    """the teacher: question and passage in one window; start and end logits (position 0: no answer here), rel: a logit that the passage answers"""
    HEADS = ('span', 'rel')
    def __init__(s, layers=12, h=384, **k):
        super().__init__(layers, h, **k); s.span = nn.Linear(h, 2); s.rel = nn.Sequential(nn.Linear(h, h), nn.Tanh(), nn.Linear(h, 1))
        for m in (s.span, s.rel[0], s.rel[2]): nn.init.normal_(m.weight, std=.02); nn.init.zeros_(m.bias)
    def forward(s, ids, mask, types):
        h = s.hidden(ids, mask, types); ok = (types * mask).bool(); ok[:, 0] = True
        se = s.span(h).masked_fill(~ok[..., None], -1e4); return se[..., 0], se[..., 1], s.rel(h[:, 0])[:, 0]
