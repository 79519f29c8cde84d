"""How an article becomes encoder windows. Layouts:
  plain   [CLS] passage: TEXT [SEP]                                   (e5's own)
  head    [CLS] passage: HEADLINE [SEP] TEXT [SEP]
  ctx     [CLS] passage: HEADLINE [SEP] ...PRECEDING TEXT (last `before` tokens) [SEP] TEXT [SEP]
  window  [CLS] passage: HEADLINE [SEP] TEXT1 [SEP] TEXT2 [SEP] ...   up to `limit` tokens; every passage pooled on its own tokens ("late chunking")
A passage owns its tokens and the [SEP] behind it (in `plain` also what stands before it); owned tokens have type 1 if `types` is set, else everything has type 0."""
import torch
CLS, SEP = 101, 102
class Layout:
    def __init__(s, tok, name='plain', before=96, limit=320, types=False, longest=256):
        s.tok, s.name, s.before, s.limit, s.types, s.longest = tok, name, before, limit, types, longest; s.prefix = tok('passage:')[0]; s.qprefix = tok('query:')[0]; s.memo = {}
    def enc(s, t):
        if t not in s.memo: s.memo[t] = s.tok(t)
        return s.memo[t]
    def question(s, q): return [CLS] + s.qprefix + s.tok(q)[0][:60] + [SEP]
    def text(s, t): i, o = s.enc(t); return i[:s.longest], o[:s.longest]
    def windows(s, title, texts, chosen=None):
        """-> [(ids, own)] covering texts[chosen] in that order; own numbers passages within the window"""
        out = []; chosen = range(len(texts)) if chosen is None else chosen; head = s.enc(title)[0][:40] if title else []
        if s.name == 'window':
            ids = own = None
            for c in chosen:
                t = s.text(texts[c])[0] + [SEP]
                if ids is None or len(ids) + len(t) > s.limit:
                    if ids: out.append((ids, own))
                    ids = [CLS] + s.prefix + head + [SEP]; own = [-1] * len(ids); k = 0
                ids = ids + t; own = own + [k] * len(t); k += 1
            if ids: out.append((ids, own))
            return out
        for c in chosen:
            t = s.text(texts[c])[0]
            if s.name == 'plain': ids = [CLS] + s.prefix + t + [SEP]; own = [0] * len(ids)
            else:
                pre = [CLS] + s.prefix + head + ([SEP] if head else [])
                if s.name == 'ctx' and s.before:
                    back, k = [], c - 1
                    while k >= 0 and len(back) < s.before: back = s.text(texts[k])[0] + back; k -= 1
                    if back: pre = pre + back[-s.before:] + [SEP]
                ids = pre + t + [SEP]; own = [-1] * len(pre) + [0] * (len(t) + 1)
            out.append((ids, own))
        return out
    def own_offsets(s, t):
        """character offsets of a passage's own tokens as the model returns them (None: prefix or [SEP])"""
        o = s.text(t)[1]; return ([None] * (1 + len(s.prefix)) if s.name == 'plain' else []) + list(o) + [None]
    def tensors(s, wins):
        n = max(len(w[0]) for w in wins); ids = torch.zeros(len(wins), n, dtype=torch.long); mask = ids.clone(); own = torch.full_like(ids, -1)
        for i, (a, b) in enumerate(wins): ids[i, :len(a)] = torch.tensor(a); mask[i, :len(a)] = 1; own[i, :len(b)] = torch.tensor(b)
        return ids, mask, ((own >= 0).long() if s.types else torch.zeros_like(ids)), own
def pad(rows):
    n = max(map(len, rows)); ids = torch.zeros(len(rows), n, dtype=torch.long); m = ids.clone()
    for i, r in enumerate(rows): ids[i, :len(r)] = torch.tensor(r); m[i, :len(r)] = 1
    return ids, m
