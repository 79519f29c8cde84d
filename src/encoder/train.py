"""python train.py --onnx e5-small-v2.onnx --vocab tokenizer.json --shared DIR --lab DIR --layout head --minutes 40 --out dual.pt [--device cuda --amp]
Time-boxed training of the dual encoder (learning rate decays over the box). One step = one stretch of one article (up to --tokens passage tokens) with
all its questions: every passage is encoded once for all of them. Writes {model, layout, args} to --out every --save seconds and at the end."""
import argparse, math, os, random, time
import torch, torch.nn.functional as F
from tok import Tok; from layout import Layout, pad; from model import Dual, scores, maxper, DIM; import corpora as C

def seglse(x, seg, P, extra):
    """log of the sum over each passage's tokens of exp(x) plus exp(extra); x [Q, T], extra [Q, P] -> [Q, P]"""
    m = torch.maximum(maxper(x, seg, P), extra).detach(); e = (x - m[:, seg]).exp()
    return m + (torch.zeros_like(m).index_add(1, seg, e) + (extra - m).exp()).log()

def losses(q, p, scale, bias, pos, ignore, gold, s_tok, e_tok, ans, real):
    """pos, ignore [Q, P] bool; gold [Q]; s_tok, e_tok [Q] own-token numbers or -1; ans [Q] bool; real [T] bool (a token of the text)"""
    pooled, sim, st, en, null = scores(q, p, bias=bias); st = st.masked_fill(~real, -1e4); en = en.masked_fill(~real, -1e4); seg, P = p['seg'], p['P']; sc = scale.exp(); off = ignore & ~pos
    def rank(x):
        x = x.masked_fill(off, -1e4)[ans]; return (torch.logsumexp(x, 1) - torch.logsumexp(x.masked_fill(~pos[ans], -1e4), 1)).mean() if len(x) and P > 1 else x.sum() * 0
    phrase = maxper(st, seg, P) + maxper(en, seg, P) - 2 * null
    r1, r2, r3 = rank(pooled * sc[0]), rank(sim * sc[1]), rank(phrase * sc[2])
    ls, le = seglse(st, seg, P, null), seglse(en, seg, P, null); Q = torch.arange(len(gold), device=gold.device)
    k = s_tok >= 0; zero = st.sum() * 0; local = glob = zero
    if k.any():
        i = Q[k]; g = gold[k]; a, b = st[i, s_tok[k]], en[i, e_tok[k]]; local = (ls[i, g] - a + le[i, g] - b).mean() / 2
        o = off[i]; glob = (torch.logsumexp(ls[i].masked_fill(o, -1e4), 1) - a + torch.logsumexp(le[i].masked_fill(o, -1e4), 1) - b).mean() / 2
    neg = ((ls + le) / 2 - null).masked_fill(pos | ignore, -1.); hard = neg.topk(min(4, P), 1).values; w = (hard >= 0).float(); empty = (hard.clamp(min=0) * w).sum() / w.sum().clamp(min=1)
    return r1, r2, r3, local, glob, empty

class Visits:
    """steps: (article, stretch of passages, questions)"""
    def __init__(s, arts, lay, rng, tokens, questions, boost, share):
        s.arts, s.lay, s.rng, s.tokens, s.questions, s.boost, s.share = arts, lay, rng, tokens, questions, boost, share
    def epoch(s):
        out = []
        for a in s.arts:
            reps = s.boost if a['src'] == 'lab' else 2 if a['src'] == 'squad2' else 1
            for _ in range(reps):
                if a['src'] in s.share and s.rng.random() > s.share[a['src']]: continue
                T = [C.passage_text(p) for p in a['passages']]; i = 0 if len(T) < 6 else -s.rng.randrange(0, 5)
                while i < len(T):
                    j, n = max(i, 0), 0; lo = j
                    while j < len(T) and (n == 0 or n + len(s.lay.text(T[j])[0]) <= s.tokens): n += len(s.lay.text(T[j])[0]); j += 1
                    if i < 0: j = max(lo + 1, j + i)
                    Q = [q for q in a['questions'] if lo <= q['gold'] < j]; s.rng.shuffle(Q)
                    for k in range(0, len(Q), s.questions):
                        if k == 0 or len(Q) - k > s.questions // 3: out.append((a, lo, j, Q[k:k + s.questions]))
                    i = j
        s.rng.shuffle(out); return out
    def build(s, visit):
        a, lo, hi, Q = visit; rng = s.rng; T = [C.passage_text(p) for p in a['passages']]; items = []; gone = None
        if rng.random() < .25:                                           # one passage loses the sentence that answers one question
            c = [q for q in Q if q['span'] and len(q['pos']) == 1]
            if c:
                q = rng.choice(c); t = C.without(T[q['gold']], *q['span'])
                if t: gone = q['gold']; T = T[:]; old = T[gone]; T[gone] = t
        for q in Q:
            text = C.noisy(q['q'], rng); ans, span, pos = q['answerable'], q['span'], q['pos']
            if gone is not None and q['gold'] == gone and ans:
                frag = old[span[0]:span[1]] if span else None; k = T[gone].find(frag) if frag else -1
                sent = old[max(0, span[0] - 25):span[1]] if span else None
                if k >= 0 and sent in T[gone]: k = T[gone].find(sent) + len(sent) - len(frag); span = (k, k + len(frag))
                else: ans, span, pos = False, None, []
            elif ans and rng.random() < (.06 if a['src'] == 'lab' else .10):
                t = C.swapped(q['q'], T[max(0, q['gold'] - 3):q['gold'] + 4], rng)
                if t: text, ans, span, pos = C.noisy(t, rng), False, None, []
            frag = T[q['gold']][span[0]:span[1]].lower() if span else None
            ign = [i for i in range(lo, hi) if i not in pos and frag and a['src'] != 'lab' and frag in T[i].lower()]
            if not ans and q['answerable'] : ign = []
            items.append((text, ans, span, q['gold'], pos, ign))
        items = [x for x in items if not x[1] or any(lo <= p < hi for p in x[4])]
        title = a['title'] if rng.random() < .9 else ''
        wins = s.lay.windows(title, T, range(lo, hi)); ids, mask, types, own = s.lay.tensors(wins); offs, start = [], []
        for i in range(lo, hi): start.append(len(offs)); offs += s.lay.own_offsets(T[i])
        P = hi - lo; pos = torch.zeros(len(items), P, dtype=torch.bool); ignore = pos.clone(); gold = torch.zeros(len(items), dtype=torch.long); st = gold - 1; en = gold - 1
        for r, (_, ans, span, g, ps, ig) in enumerate(items):
            gold[r] = g - lo
            for x in ps:
                if lo <= x < hi: pos[r, x - lo] = True
            for x in ig: ignore[r, x - lo] = True
            if span:
                b = start[g - lo]; o = s.lay.own_offsets(T[g]); k = [i for i, y in enumerate(o) if y and y[0] < span[1] and span[0] < y[1]]
                if k: st[r], en[r] = b + k[0], b + k[-1]
        qi, qm = pad([s.lay.question(x[0]) for x in items]); return qi, qm, ids, mask, types, own, pos, ignore, gold, st, en, torch.tensor([x[1] for x in items]), torch.tensor([o is not None for o in offs])

def main():
    ap = argparse.ArgumentParser(); ap.add_argument('--onnx', required=True); ap.add_argument('--vocab', required=True); ap.add_argument('--shared', required=True); ap.add_argument('--lab'); ap.add_argument('--init'); ap.add_argument('--out', default='dual.pt')
    ap.add_argument('--layout', default='head'); ap.add_argument('--before', type=int, default=96); ap.add_argument('--limit', type=int, default=320); ap.add_argument('--types', action='store_true')
    ap.add_argument('--minutes', type=float, default=40); ap.add_argument('--lr', type=float, default=4e-5); ap.add_argument('--head-lr', type=float, default=8e-4); ap.add_argument('--tokens', type=int, default=1400); ap.add_argument('--questions', type=int, default=40)
    ap.add_argument('--boost', type=int, default=5); ap.add_argument('--reddit', type=float, default=.4); ap.add_argument('--amazon', type=float, default=.15); ap.add_argument('--accumulate', type=int, default=1); ap.add_argument('--train-words', action='store_true')
    ap.add_argument('--device', default='cpu'); ap.add_argument('--amp', action='store_true'); ap.add_argument('--threads', type=int, default=2); ap.add_argument('--seed', type=int, default=1); ap.add_argument('--save', type=int, default=240); ap.add_argument('--steps', type=int, default=10 ** 9); A = ap.parse_args()
    torch.set_num_threads(A.threads); torch.manual_seed(A.seed); rng = random.Random(A.seed); tok = Tok(A.vocab); spec = dict(name=A.layout, before=A.before, limit=A.limit, types=A.types); lay = Layout(tok, **spec)
    m = Dual().load_onnx(A.onnx)
    if A.init: m.load_state_dict(torch.load(A.init, map_location='cpu')['model'])
    m.to(A.device).train(); m.word.weight.requires_grad = A.train_words
    V = Visits(C.load_train(A.shared, A.lab, rng), lay, rng, A.tokens, A.questions, A.boost, dict(reddit=A.reddit, amazon=A.amazon))
    head = [p for n, p in m.named_parameters() if n.split('.')[0] in Dual.HEADS]; body = [p for n, p in m.named_parameters() if n.split('.')[0] not in Dual.HEADS and p.requires_grad]
    G = [(body, A.lr), (head, A.head_lr)]; opt = torch.optim.AdamW([dict(params=p, lr=l, base=l) for p, l in G], weight_decay=.01, fused=True)
    W = (.5, 1., 1., 1., .5, .5); start = last = time.time(); box = A.minutes * 60; step = seen = toks = ep = 0; acc = [0.] * 6; n = 0; stop = False
    save = lambda: (torch.save(dict(model={k: v.cpu() for k, v in m.state_dict().items()}, layout=spec, args=vars(A)), A.out + '.tmp'), os.replace(A.out + '.tmp', A.out))
    while not stop:
        for visit in V.epoch():
            f = (time.time() - start) / box
            if f >= 1 or step >= A.steps: stop = True; break
            b = V.build(visit)
            if not len(b[0]): continue
            qi, qm, ids, mask, types, own, pos, ign, gold, st, en, ans, real = (x.to(A.device) for x in b)
            with torch.autocast(A.device, torch.bfloat16, enabled=A.amp): q = m.question(qi, qm); p = m.passages(ids, mask, types, own)
            q = {k: v.float() if v.is_floating_point() else v for k, v in q.items()}; p = {k: v.float() if torch.is_tensor(v) and v.is_floating_point() else v for k, v in p.items()}
            L = losses(q, p, m.scale, m.bias, pos, ign, gold, st, en, ans, real); sum(w * l for w, l in zip(W, L)).div(A.accumulate).backward()
            for k, v in enumerate(L): acc[k] += float(v.detach())
            n += 1; seen += len(qi); toks += int(mask.sum() + qm.sum()); step += 1
            if step % A.accumulate == 0:
                for g in opt.param_groups: g['lr'] = g['base'] * min(1, step / 50) * max(.02, 1 - f)
                torch.nn.utils.clip_grad_norm_(body + head, 1.); opt.step(); opt.zero_grad(set_to_none=True)
            if step % 25 == 0:
                el = time.time() - start; print(f'{el / 60:.1f} min epoch {ep} step {step} questions {seen} {toks / el:.0f} tok/s | pooled {acc[0]/n:.3f} maxsim {acc[1]/n:.3f} phrase {acc[2]/n:.3f} span {acc[3]/n:.3f} global {acc[4]/n:.3f} null {acc[5]/n:.3f}', flush=True); acc = [0.] * 6; n = 0
            if time.time() - last > A.save: save(); last = time.time()
        else: ep += 1; print('epoch', ep, flush=True)
    save(); print(f'done: {step} steps, {seen} questions, {toks} tokens, {(time.time() - start) / 60:.1f} min', [round(float(x), 3) for x in m.scale.detach().exp()], float(m.bias.detach()))
if __name__ == '__main__': main()
