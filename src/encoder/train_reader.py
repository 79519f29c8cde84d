"""python train_reader.py --dual dual.pt --vocab tokenizer.json --shared DIR --lab DIR --minutes 60 --out reader.pt
--evaluate dev,gold,news,squad2,even,odd    measures --init on some of these and stops (even, odd: the halves of dev, of which --news trains on one; or a file in SQuAD's format)"""
import argparse, hashlib, json, os, random, time
import torch, torch.nn.functional as F
from tok import Tok; from layout import Layout, pad; from model import scores, maxper; import corpora as C, evaluate as E; from reader import Reader, Lower, autocast

def z(x): return (x - x.mean(1, keepdim=True)) / (x.std(1, keepdim=True, unbiased=False) + 1e-6)

def encode(low, lay, art, batch=16):
    """article -> own states of each passage (bf16), and the stage-one vectors in passage order"""
    texts = [C.passage_text(p) for p in art['passages']]; W = lay.windows(art['title'], texts); order = sorted(range(len(W)), key=lambda i: len(W[i][0])); own, parts = [None] * len(W), [None] * len(W)
    for i in range(0, len(order), batch):
        o = order[i:i + batch]; ids, mask, types, ow = lay.tensors([W[j] for j in o]); a, b = low.states(ids, mask, True)
        for r, j in enumerate(o):
            k = ow[r] >= 0; own[j] = a[r][k].bfloat16(); parts[j] = low.dual.passages_from(b[r:r + 1], ow[r:r + 1])
    cat = {x: torch.cat([p[x] for p in parts]) for x in ('tok', 'start', 'end', 'vec', 'null')}; cat['seg'] = torch.cat([torch.full((len(p['tok']),), i) for i, p in enumerate(parts)]); cat['P'] = len(parts)
    return own, cat

def kept(key, make, folder='cache'):
    """what `make` returns, kept in a folder under all that it depends on"""
    os.makedirs(folder, exist_ok=True); f = os.path.join(folder, hashlib.sha256(json.dumps(key).encode()).hexdigest()[:24])
    if not os.path.exists(f): torch.save(make(), f + '.tmp'); os.replace(f + '.tmp', f)
    return torch.load(f)

def key(low, art, *more): return [art['title'], [C.passage_text(p) for p in art['passages']], *more, low.digest]

def encoded(low, lay, art): return kept(key(low, art, low.lower), lambda: encode(low, lay, art))

def ranked(low, lay, art, cat, depth=12):
    """the passages that stage one puts first, for each question"""
    if not art['questions']: return []
    return kept([key(low, art), [q['q'] for q in art['questions']], depth], lambda: stage_one(low, lay, art, cat).argsort(1, descending=True)[:, :depth].tolist())

def stage_one(low, lay, art, cat, batch=64):
    """z-scored sum of the stage-one scores [Q, P]"""
    out = []
    for i in range(0, len(art['questions']), batch):
        ids, m = pad([lay.question(q['q']) for q in art['questions'][i:i + batch]]); _, h = low.states(ids, m, True)
        with torch.no_grad():
            q = low.dual.question_from(h, m); pooled, sim, st, en, null = scores(q, cat, bias=float(low.dual.bias))
        out.append(z(pooled) + 1.5 * z(sim) + .7 * z(maxper(st, cat['seg'], cat['P']) + maxper(en, cat['seg'], cat['P']) - 2 * null) if cat['P'] > 1 else pooled * 0)
    return torch.cat(out) if out else None

class Pairs:
    def __init__(s, low, lay, arts, rng, negatives=2, depth=7):
        s.low, s.lay, s.rng, s.negatives, s.depth = low, lay, rng, negatives, depth; s.arts = []; t0 = time.time()
        for a in arts:
            own, cat = encoded(low, lay, a); s.arts.append((a, own, ranked(low, lay, a, cat)))
        print(f'{len(arts)} articles encoded, {time.time() - t0:.0f} s', flush=True)
    def draw(s):
        out = []
        for n, (a, _, _) in enumerate(s.arts):
            for i, q in enumerate(a['questions']):
                w = q['w']; out += [(n, i)] * (int(w) + (s.rng.random() < w % 1))
        s.rng.shuffle(out); return out
    def group(s, n, i):
        """-> question text, [(passage states or a text to read, start token, end token)], number of leading positives, answerable"""
        a, own, top = s.arts[n]; q = a['questions'][i]; rng = s.rng; texts = a['passages']; T = lambda k: C.passage_text(texts[k]); text = q['q']; ans, span, g = q['answerable'], q['span'], q['gold']
        frag = T(g)[span[0]:span[1]].lower() if span else None
        bad = lambda k: k in q['pos'] or k == g or (frag and a['src'] != 'lab' and frag in T(k).lower())
        r = rng.random(); pairs = []
        if ans and r < (.05 if a['src'] == 'lab' else .12):
            t = C.swapped(text, [T(k) for k in range(max(0, g - 3), min(len(texts), g + 4))], rng)
            if t: text, ans = t, False; pairs.append((own[g], -1, -1))
        if ans and span and r > .9 and len(q['pos']) == 1:
            t = C.without(T(g), *span)
            if t: ans = False; pairs.append((t, -1, -1))
        if not pairs:
            if not ans: pairs.append((own[g], -1, -1))
            elif span:
                o = s.lay.own_offsets(T(g)); k = [x for x, y in enumerate(o) if y and y[0] < span[1] and span[0] < y[1]]
                if not k: return None
                pairs.append((own[g], k[0], k[-1]))
            else: return None
        neg = [k for k in top[i][:s.depth] if not bad(k)] or [k for k in range(len(texts)) if not bad(k)]; rng.shuffle(neg)
        pairs += [(own[k], -1, -1) for k in neg[:s.negatives if ans else s.negatives - 1]]
        return C.noisy(text, rng), a['title'], [s.cropped(*p) for p in pairs], ans
    def cropped(s, p, a, b, longest=128):
        """a long passage cut to a part that holds the answer: its states know the rest, and training takes half the time"""
        n = len(p)
        if isinstance(p, str) or n <= longest or b - a >= longest: return p, a, b
        k = s.rng.randint(max(0, b - longest + 1), min(a, n - longest)) if a >= 0 else s.rng.randint(0, n - longest)
        return p[k:k + longest], a - k if a >= 0 else a, b - k if a >= 0 else b
    def batch(s, groups):
        """-> x [b, n, h], mask, side, start, end targets (joint positions, 0: not here), group of each pair, answerable per group"""
        ids, m = pad([s.lay.question(g[0]) for g in groups]); qs = s.low.states(ids, m); texts = [(gi, pi, g[1], p[0]) for gi, g in enumerate(groups) for pi, p in enumerate(g[2]) if isinstance(p[0], str)]; fresh = {}
        if texts:
            W = [s.lay.windows(t, [x])[0] for _, _, t, x in texts]; i2, m2, _, ow = s.lay.tensors(W); h = s.low.states(i2, m2)
            for r, (gi, pi, _, _) in enumerate(texts): fresh[gi, pi] = h[r][ow[r] >= 0]
        rows, st, en, grp = [], [], [], []
        for gi, g in enumerate(groups):
            q = qs[gi][:int(m[gi].sum())]
            for pi, (p, a, b) in enumerate(g[2]):
                p = fresh.get((gi, pi), p); rows.append((q, p)); st.append(len(q) + a if a >= 0 else 0); en.append(len(q) + b if b >= 0 else 0); grp.append(gi)
        return joined(rows) + (torch.tensor(st), torch.tensor(en), torch.tensor(grp), torch.tensor([g[3] for g in groups]))

def joined(rows):
    n = max(len(q) + len(p) for q, p in rows); x = torch.zeros(len(rows), n, rows[0][0].shape[1]); mask = torch.zeros(len(rows), n, dtype=torch.bool); side = torch.zeros(len(rows), n, dtype=torch.long)
    for r, (q, p) in enumerate(rows):
        k = len(q); x[r, :k] = q; x[r, k:k + len(p)] = p; mask[r, :k + len(p)] = True; side[r, k:k + len(p)] = 1
    return x, mask, side

def loss(st, en, rel, a, b, grp, ans):
    span = (F.cross_entropy(st, a, reduction='none') + F.cross_entropy(en, b, reduction='none')) / 2; pos = a > 0; w = torch.where(pos, 1., .6); span = (span * w).sum() / w.sum()
    bce = F.binary_cross_entropy_with_logits(rel, pos.float(), weight=torch.where(pos, 1.5, 1.))
    G = len(ans); m = torch.full((G, len(rel)), -1e4).scatter(0, grp[None], rel[None]); keep = ans & (torch.bincount(grp, minlength=G) > 1)
    first = torch.zeros(G, dtype=torch.long).scatter_reduce(0, grp, torch.arange(len(grp)), 'amin', include_self=False)
    lst = F.cross_entropy(m[keep], first[keep]) if keep.any() else rel.sum() * 0
    return span, bce, lst

def best_span(st, en, longest=30):
    """[b, n] -> best sum (without position 0), start, end"""
    s = st.clone(); e = en.clone(); s[:, 0] = e[:, 0] = -1e4; v = s[:, :, None] + e[:, None, :]; n = st.shape[1]; i = torch.arange(n); ok = (i[None] >= i[:, None]) & (i[None] < i[:, None] + longest); v = v.masked_fill(~ok, -1e9).flatten(1); b, k = v.max(1); return b, k // n, k % n

def evaluate(net, low, lay, arts, depth=6, memo={}):
    net.eval(); hit = {1: 0, 3: 0, 'a1': 0, 'a3': 0, 's1': 0}; n = 0; yes, no, f, ov = [], [], [], []
    for a in arts:
        if id(a) not in memo:
            own, cat = encoded(low, lay, a); memo[id(a)] = (own, stage_one(low, lay, a, cat))
        own, S = memo[id(a)]
        for i, q in enumerate(a['questions']):
            top = S[i].argsort(descending=True)[:depth].tolist(); read = top + ([q['gold']] if q['answerable'] and q['gold'] not in top else [])
            ids, m = pad([lay.question(q['q'])]); h = low.states(ids, m)[0]
            with torch.no_grad(), autocast(): st, en, rel = net(*joined([(h, own[k]) for k in read]))
            st, en, rel = st.float(), en.float(), rel.float(); v, b, e = best_span(st, en); al = rel[:len(top)]
            fused = z(S[i][None])[0][top] + .35 * al
            (yes if q['answerable'] else no).append(float(al.max()))
            if not q['answerable']: continue
            n += 1; o = [top[k] for k in al.argsort(descending=True).tolist()]; p = [top[k] for k in fused.argsort(descending=True).tolist()]
            for k in (1, 3): hit[k] += any(x in q['pos'] for x in p[:k]); hit[f'a{k}'] += any(x in q['pos'] for x in o[:k])
            hit['s1'] += top[0] in q['pos']
            if q['span']:
                k = read.index(q['gold']); t = C.passage_text(a['passages'][q['gold']]); off = lay.own_offsets(t); ql = len(h); u, w = off[int(b[k]) - ql], off[int(e[k]) - ql]
                gold = [t[q['span'][0]:q['span'][1]]] + [y for y in q.get('answers') or [] if y in t]
                if u and w: f.append(max(E.f1(t[u[0]:w[1]], y) for y in gold)); ov.append(float(u[0] < q['span'][1] and q['span'][0] < w[1]))
                else: f.append(0.); ov.append(0.)
    net.train(); r = lambda x: round(x, 3)
    return dict(n=n, stage1=r(hit['s1'] / n), alone=(r(hit['a1'] / n), r(hit['a3'] / n)), fused=(r(hit[1] / n), r(hit[3] / n)), F1=r(sum(f) / max(1, len(f))), overlap=r(sum(ov) / max(1, len(ov))), auroc=r(E.auroc(yes, no)) if no else None)

def raised(sd, joint):
    """the weights of a reader of fewer layers, as the upper ones of a reader of `joint` layers"""
    have = 1 + max(int(k.split('.')[1]) for k in sd if k.startswith('layers.')); up = joint - have
    return {(f"layers.{int(k.split('.')[1]) + up}.{k.split('.', 2)[2]}" if k.startswith('layers.') else k): v for k, v in sd.items()}

def main():
    ap = argparse.ArgumentParser()
    for k in ('dual', 'vocab', 'shared', 'lab', 'out'): ap.add_argument('--' + k, required=True)
    ap.add_argument('--init'); ap.add_argument('--minutes', type=float, default=60); ap.add_argument('--lr', type=float, default=1e-4); ap.add_argument('--head-lr', type=float, default=5e-4); ap.add_argument('--floor', type=float, default=.02); ap.add_argument('--joint', type=int, default=3); ap.add_argument('--groups', type=int, default=14); ap.add_argument('--negatives', type=int, default=2); ap.add_argument('--ema', type=float, default=.999)
    ap.add_argument('--seed', type=int, default=1); ap.add_argument('--save', type=float, default=300); ap.add_argument('--news', choices=['all', 'even', 'odd']); ap.add_argument('--weights', default='{}'); ap.add_argument('--threads', type=int, default=2); ap.add_argument('--evaluate'); A = ap.parse_args()
    torch.set_num_threads(A.threads); torch.manual_seed(A.seed); rng = random.Random(A.seed); low = Lower(A.dual, 12 - A.joint); lay = Layout(Tok(A.vocab), **low.spec); net = Reader(A.joint).start_from(low.dual)
    if A.init: net.load_state_dict(raised(torch.load(A.init, map_location='cpu')['model'], A.joint), strict=False)
    tests = C.load_tests(A.shared); tests.update(all=tests['dev'], even=tests['dev'][::2], odd=tests['dev'][1::2])
    if A.evaluate:
        for k in A.evaluate.split(','): print(k, evaluate(net, low, lay, tests[k] if k in tests else C.squad(k, 'file')), flush=True)
        return
    W = dict(wiki=.4, squad2=1., wikinew=2., qamr=.5, lab=2., labnew=3., fic=3., followup=4., dev=4.); W.update(json.loads(A.weights))
    arts = C.load_weighted(A.shared, A.lab, rng, W)
    if A.news: arts += [dict(a, src='lab', questions=[dict(q, w=W['dev']) for q in a['questions']]) for a in tests[A.news]]
    P = Pairs(low, lay, arts, rng, A.negatives); print(sum(len(a['questions']) for a in arts), 'questions', sum(not q['answerable'] for a in arts for q in a['questions']), 'unanswerable', flush=True)
    head = [p for n, p in net.named_parameters() if not n.startswith('layers')]; body = list(net.layers.parameters()); opt = torch.optim.AdamW([dict(params=body, base=A.lr), dict(params=head, base=A.head_lr)], lr=A.lr, weight_decay=.01, fused=True)
    every = list(net.parameters()); ema = [p.detach().clone() for p in every]     # what is kept: the weights' moving average
    def save(): torch.save(dict(model={n: e for (n, _), e in zip(net.named_parameters(), ema)}, args=vars(A)), A.out + '.tmp'); os.replace(A.out + '.tmp', A.out)
    t0 = last = time.time(); box = A.minutes * 60; step = seen = 0; acc = [0.] * 3; c = 0; net.train(); stop = False
    while not stop:
        D = P.draw(); print('epoch of', len(D), flush=True)
        for i in range(0, len(D), 8 * A.groups):
            G = [g for g in (P.group(*d) for d in D[i:i + 8 * A.groups]) if g]; G.sort(key=lambda g: max(len(p[0]) // (5 if isinstance(p[0], str) else 1) for p in g[2])); B = [G[k:k + A.groups] for k in range(0, len(G), A.groups)]; rng.shuffle(B)
            for b in B:
                f = (time.time() - t0) / box
                if f >= 1: stop = True; break
                x, mask, side, st, en, grp, ans = P.batch(b)
                with autocast(): ls, le, rel = net(x, mask, side)
                ls, le, rel = ls.float(), le.float(), rel.float()
                L = loss(ls, le, rel, st, en, grp, ans); (L[0] + L[1] + .7 * L[2]).backward()
                for g in opt.param_groups: g['lr'] = g['base'] * min(1, (step + 1) / 100) * max(A.floor, 1 - f * (1 - A.floor))
                torch.nn.utils.clip_grad_norm_(every, 1.); opt.step(); opt.zero_grad(set_to_none=True); step += 1; seen += len(x); c += 1
                torch._foreach_lerp_(ema, [p.detach() for p in every], 1 - min(A.ema, (step + 1) / (step + 10)))
                for k in range(3): acc[k] += float(L[k].detach())
                if step % 100 == 0: print(f'{(time.time() - t0) / 60:.1f} min step {step} pairs {seen} {seen / (time.time() - t0):.0f}/s | span {acc[0] / c:.3f} bce {acc[1] / c:.3f} list {acc[2] / c:.3f}', flush=True); acc = [0.] * 3; c = 0
                if time.time() - last > A.save: save(); last = time.time()
            if stop: break
    save(); print('done', step, seen, flush=True)
if __name__ == '__main__': main()
