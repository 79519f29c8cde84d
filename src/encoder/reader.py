"""The reader: the upper layers of the encoder, run over a question's and a passage's states together. The lower layers read them apart, so that a passage's are computed once."""
import hashlib
import torch, torch.nn as nn
from model import Layer, Dual

LOWER = 7
# bfloat16 pays only where the processor multiplies it; elsewhere it takes three times as long as float
FAST = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
def autocast(): return torch.autocast('cpu', torch.bfloat16, enabled=FAST)

class Reader(nn.Module):
    """start, end: logits per token, position 0 (the question's [CLS]): not here; rel: a logit that the passage answers"""
    def __init__(s, joint=3, h=384, heads=12, ff=1536):
        super().__init__(); s.layers = nn.ModuleList(Layer(h, heads, ff) for _ in range(joint)); s.side = nn.Embedding(2, h)
        s.span = nn.Linear(h, 2); s.rel1 = nn.Linear(h, h); s.rel2 = nn.Linear(h, 1); s.mix = nn.Parameter(torch.tensor(.25)); nn.init.zeros_(s.side.weight)
        for m in (s.span, s.rel1, s.rel2): nn.init.normal_(m.weight, std=.02); nn.init.zeros_(m.bias)
    def start_from(s, dual):
        for a, b in zip(s.layers, dual.layers[len(dual.layers) - len(s.layers):]): a.load_state_dict(b.state_dict())
        return s
    def forward(s, x, mask, side):
        """x [b, n, h] states; mask [b, n] bool; side [b, n] 0 question, 1 passage"""
        ok = mask & (side == 1); ok[:, 0] = True; x = x + s.side(side); n = x.shape[1]; m = mask[:, None, None, :].expand(-1, 1, n, -1); dev = x.device.type
        if torch.is_autocast_enabled(dev): x = x.to(torch.get_autocast_dtype(dev))
        for l in s.layers: x = l(x, m)
        x = x.float(); se = s.span(x).masked_fill(~ok[..., None], -1e4)
        se = se.float(); lse = torch.logsumexp(se[:, 1:], 1) - se[:, 0]                   # in favour of an answer here
        return se[..., 0], se[..., 1], s.rel2(torch.tanh(s.rel1(x[:, 0])))[:, 0].float() + s.mix * lse.sum(1)

class Lower:
    """a frozen encoder: states after `lower` layers, and the final ones"""
    def __init__(s, path, lower=LOWER):
        s.lower = lower; s.digest = hashlib.sha256(open(path, 'rb').read()).hexdigest(); sd = torch.load(path, map_location='cpu'); s.dual = Dual(); s.dual.load_state_dict(sd['model']); s.dual.eval(); s.spec = sd['layout']
    @torch.no_grad()
    def states(s, ids, mask, final=False):
        d = s.dual; n = ids.shape[1]; x = d.ln(d.word(ids) + d.pos(torch.arange(n)) + d.typ(torch.zeros_like(ids)))
        with autocast():
            if FAST: x = x.bfloat16()
            m = mask.bool()[:, None, None, :].expand(-1, 1, n, -1); low = None
            for i, l in enumerate(d.layers if final else d.layers[:s.lower]):
                if i == s.lower: low = x
                x = l(x, m)
        return (low, x.float()) if final else x
