import os, re
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'written')
def article(n):
    """written/invented/NAME.txt -> dict(title, passages)"""
    t=open(os.path.join(HERE, 'invented', n + '.txt'),encoding='utf8').read(); P=[]; title=''
    for b in re.split(r'\n\s*\n',t):
        b=' '.join(b.split())
        if not b: continue
        if b.startswith('HEADLINE:'): title=b[9:].strip(); P.append(dict(id='headline',kind='headline',text=title,credit=None)); continue
        m=re.match(r'\[(standfirst\d*|p\d+|c\d+)\] (.*?)(?:\s*\(credit: ([^()]+)\))?$',b)
        if not m: raise SystemExit(f'{n}: not [id] text: {b[:80]}')
        i=m[1]; P.append(dict(id=i,kind='caption' if i[0]=='c' else 'standfirst' if i[0]=='s' else 'paragraph',text=m[2],credit=m[3]))
    assert len({p['id'] for p in P})==len(P), n+': an id twice'
    return dict(name=n,title=title,passages=P)
