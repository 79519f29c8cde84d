"""python evaluate.py --onnx e5.onnx --vocab tokenizer.json --shared DIR [--init dual.pt] [--layout ctx ...] [--sets dev,gold] [--limit-articles N]"""
import argparse, json, re, time
from collections import Counter
import torch
from tok import Tok; from layout import Layout, pad; from model import Dual, scores, maxper; import corpora as C

def index(m, lay, title, texts, device='cpu', batch=24, amp=None):
    """the passages of one article, as Dual.passages gives them, in order"""
    W = lay.windows(title, texts); first, k = [], 0
    for w in W: first.append(k); k += max(w[1]) + 1
    order = sorted(range(len(W)), key=lambda i: len(W[i][0])); parts = []
    for i in range(0, len(order), batch):
        o = sorted(order[i:i + batch]); t = lay.tensors([W[j] for j in o])
        with torch.no_grad(), torch.autocast(device, torch.bfloat16, enabled=bool(amp)): p = m.passages(*(x.to(device) for x in t))
        names = [first[j] + x for j in o for x in range(max(W[j][1]) + 1)]; parts.append((torch.tensor(names, device=device), p))
    seg = torch.cat([n[p['seg']] for n, p in parts]); a = torch.argsort(seg, stable=True); nm = torch.cat([n for n, _ in parts]); b = torch.argsort(nm)
    r = {x: torch.cat([p[x] for _, p in parts])[a] for x in ('tok', 'start', 'end')}; r.update({x: torch.cat([p[x] for _, p in parts])[b] for x in ('vec', 'null')})
    r.update(seg=seg[a], P=k); return r

def best_spans(st, en, seg, ok, P, longest=30):
    """best start <= end <= start + longest within each passage over real tokens -> score [Q, P], start and end token [Q, P]"""
    st = st.masked_fill(~ok, -1e4); en = en.masked_fill(~ok, -1e4); Q, T = st.shape; best = torch.full((Q, T), -1e9, device=st.device); arg = torch.zeros(Q, T, dtype=torch.long, device=st.device)
    for d in range(min(longest, T)):
        v = torch.full_like(best, -1e9); v[:, :T - d] = torch.where(seg[:T - d] == seg[d:], st[:, :T - d] + en[:, d:], -1e9)
        up = v > best; best = torch.where(up, v, best); arg = torch.where(up, d, arg)
    sc = maxper(best, seg, P); s = torch.zeros(Q, P, dtype=torch.long, device=st.device); e = s.clone()
    for p in range(P):
        i = (seg == p).nonzero()[:, 0]
        if len(i): k = i[best[:, i].argmax(1)]; s[:, p] = k; e[:, p] = k + arg.gather(1, k[:, None])[:, 0]
    return sc, s, e

def sentences(t): return [x for x in C.SENT.split(t) if len(x) > 20] or [t]
def z(x): return (x - x.mean(1, keepdim=True)) / (x.std(1, keepdim=True, unbiased=False) + 1e-6)
def words(t): return [w for w in re.findall(r'\w+', t.lower()) if w not in ('a', 'an', 'the')]
def f1(a, b):
    a, b = words(a), words(b); c = sum((Counter(a) & Counter(b)).values()); return 0. if not c else 2 * c / (len(a) + len(b))
def auroc(pos, neg):
    if not pos or not neg: return float('nan')
    x = sorted([(v, 1) for v in pos] + [(v, 0) for v in neg]); r, i, s = 0, 0, 0.
    while i < len(x):
        j = i
        while j < len(x) and x[j][0] == x[i][0]: j += 1
        s += sum(l for _, l in x[i:j]) * (i + j + 1) / 2; i = j
    return (s - len(pos) * (len(pos) + 1) / 2) / (len(pos) * len(neg))

def evaluate(m, lay, arts, device='cpu', sentence_vectors=None, dump=None):
    """sentence_vectors: the untrained Dual used for the e5 best-sentence score (None: left out)"""
    m.eval(); hit = {}; yes, no = {}, {}; sp = []; n = 0
    for a in arts:
        Q = [q for q in a['questions'] if q['pos'] or not q['answerable']]
        if not Q: continue
        texts = [C.passage_text(p) for p in a['passages']]; p = index(m, lay, a['title'], texts, device); off = [o for t in texts for o in lay.own_offsets(t)]
        ok = torch.tensor([o is not None for o in off], device=device); assert len(ok) == len(p['seg']), (len(ok), len(p['seg']))
        with torch.no_grad(): q = m.question(*(x.to(device) for x in pad([lay.question(x['q']) for x in Q])))
        pooled, sim, st, en, null = scores(q, p, bias=float(m.bias.detach())); best, s, e = best_spans(st, en, p['seg'], ok, p['P']); phrase = best - 2 * null
        R = dict(pooled=pooled, maxsim=sim, phrase=phrase, sum=z(pooled) + z(sim) + z(phrase))
        if sentence_vectors is not None:
            base, pl = sentence_vectors; S = [(i, x) for i, t in enumerate(texts) for x in sentences(t)]; v = index(base, pl, '', [x for _, x in S], device)['vec']
            with torch.no_grad(): qv = base.question(*(x.to(device) for x in pad([lay.question(x['q']) for x in Q])))['vec']; pv = index(base, pl, '', texts, device)['vec']
            sm = maxper(qv @ v.T, torch.tensor([i for i, _ in S], device=device), len(texts)); R['e5'] = z(qv @ pv.T) + z(sm); R['sum+e5'] = R['sum'] + R['e5']
        for i, x in enumerate(Q):
            for k, r in R.items():
                if x['answerable']:
                    o = r[i].argsort(descending=True).tolist(); rank = next(j for j, c in enumerate(o) if c in x['pos']); h = hit.setdefault(k, [0, 0]); h[0] += rank < 1; h[1] += rank < 3
                if k in ('pooled', 'maxsim', 'phrase'): (yes if x['answerable'] else no).setdefault(k, []).append(float(r[i].max()))
            if x['answerable']:
                n += 1
                if x['span']:
                    g = x['gold']; u, v = off[int(s[i, g])], off[int(e[i, g])]; t = texts[g]; gold = [t[x['span'][0]:x['span'][1]]] + [y for y in x.get('answers') or [] if y in t]
                    sp.append((max(f1(t[u[0]:v[1]], y) for y in gold), float(u[0] < x['span'][1] and x['span'][0] < v[1])))
        if dump is not None: dump.append(dict(title=a['title'], questions=[x['q'] for x in Q], **{k: r.tolist() for k, r in R.items()}))
    out = dict(n=n); 
    for k, h in hit.items(): out[k] = [round(v / max(n, 1), 3) for v in h]
    if sp: out['F1'], out['overlap'] = (round(sum(x[i] for x in sp) / len(sp), 3) for i in (0, 1))
    if no: out['AUROC'] = {k: round(auroc(yes[k], no[k]), 3) for k in no}
    return out

if __name__ == '__main__':
    ap = argparse.ArgumentParser(); ap.add_argument('--onnx', required=True); ap.add_argument('--vocab', required=True); ap.add_argument('--shared', required=True); ap.add_argument('--init'); ap.add_argument('--layout', nargs='+', default=['plain']); ap.add_argument('--before', type=int, default=96)
    ap.add_argument('--limit', type=int, default=320); ap.add_argument('--types', action='store_true'); ap.add_argument('--sets', default='dev'); ap.add_argument('--e5', action='store_true'); ap.add_argument('--device', default='cpu'); ap.add_argument('--threads', type=int, default=2); ap.add_argument('--limit-articles', type=int, default=999); ap.add_argument('--json')
    A = ap.parse_args(); torch.set_num_threads(A.threads); tok = Tok(A.vocab); torch.manual_seed(1); m = Dual().load_onnx(A.onnx); base = (Dual().load_onnx(A.onnx).eval().to(A.device), Layout(tok)) if A.e5 else None
    if A.init: st = torch.load(A.init, map_location='cpu'); m.load_state_dict(st['model']); A.layout = [st['layout']['name']]; 
    m.to(A.device); T = C.load_tests(A.shared); res = {}
    for l in A.layout:
        lay = Layout(tok, **st['layout']) if A.init else Layout(tok, l, A.before, A.limit, A.types)
        for k in A.sets.split(','): t0 = time.time(); r = res[f'{l} {k}'] = evaluate(m, lay, T[k][:A.limit_articles], A.device, base); print(l, k, json.dumps(r), f'{time.time() - t0:.0f} s', flush=True)
    if A.json: json.dump(res, open(A.json, 'w'), indent=1)
