"""What people ask, in Portuguese."""

from flows.intents.inquiries.phrasing import Phrasing

PHRASING = Phrasing(
    small=(
        "ah eh hum hmm entao tipo ok okay ta mas tb tambem desculpa desculpe pf pfv please pls "
        "kkk kk rs rsrs mano cara amigo amiga moco moca gente so ai ei viu sim ne uai poxa uma "
        "pergunta duvida por favor mesmo msm eae eai iae ja entao"
    ),
    polite=(
        "oi ola oie bom boa dia tarde noite obrigado obrigada brigado brigada senhor senhora e"
    ),
    alike=(
        "vc=voce vcs=voces vcz=voces q=que k=que oq=o+que oque=o+que qm=quem kem=quem qd=quando "
        "qdo=quando pq=por+que porque=por+que cade=onde d=de qto=quanto qnto=quanto qt=quanto "
        "qnt=quanto c=com td=tudo tdo=tudo ta=esta to=estou tou=estou tava=estava pra=para "
        "pro=para+o robo=bot robot=bot maquina=bot chatbot=bot ia=bot automatico=bot "
        "computador=bot humano=pessoa humana=pessoa alguem=pessoa ngm=ninguem msg=mensagens "
        "msgs=mensagens mensagem=mensagens sms=mensagens cel=telefone celular=telefone "
        "fone=telefone num=numero info=dados infos=dados informacoes=dados informacao=dados "
        "isto=isso le=ve leem=veem ler=ver lendo=vendo mentora=mentor tutor=mentor apago=apagar "
        "apaga=apagar apaguem=apagar apague=apagar excluir=apagar excluo=apagar deletar=apagar "
        "deleto=apagar "
        "deletem=apagar remover=apagar exclui=apagar demora=leva dura=leva demorar=levar "
        "durar=levar gratuito=gratis gratuita=gratis hj=hoje amnh=amanha dps=depois vlw=obrigado "
        "valeu=obrigado obrigada=obrigado brigada=obrigado brigado=obrigado obg=obrigado "
        "obgd=obrigado obrigadao=obrigado brigadao=obrigado thx=obrigado thanks=obrigado hi=oi "
        "hello=oi hey=oi opa=oi oii=oi salve=oi alo=oi"
    ),
    ways={
        "mentor": (
            "(nao|) (eu|) (quero|queria|gostaria de|posso|prefiro|vim para) (ser|virar) (um|uma"
            "|) mentor",
            "(quero|queria|gostaria de|posso) (acompanhar|ajudar|apoiar) (pessoa|outras pessoas"
            "|os outros|jovens|outra pessoa)",
            "(nao|) (eu|) sou (um|uma|o|a|) mentor",
            "(eu|) quero ser mentor nao ter um",
        ),
        "mentee": (
            "(nao|) (eu|) (quero|preciso de|procuro|queria|estou procurando|gostaria de ter) (ter"
            "|achar|encontrar|) (um|uma|) mentor",
            "nao (quero ser|sou) mentor",
        ),
        "stop": (
            "como (faco para|eu faco para|posso|eu|) (parar|paro|sair|saio|cancelar|cancelo|me "
            "descadastrar|encerrar) (com|de|) (isso|essas mensagens|as mensagens|receber isso"
            "|receber mensagens|receber essas mensagens|)",
            "como (faco para|eu faco para) (voces|voce|) (pararem|parar) de (me mandar mensagens"
            "|mandar mensagens)",
        ),
        "delete": (
            "(como|como eu|como posso|como faco para|eu posso|posso|quero|eu quero|queria"
            "|gostaria de|da para|voces podem|pode|) (que|) (apagar|apaguem) (todos|) (os|as|) "
            "(meus|minhas|os|as) (dados|mensagens|respostas)",
            "(como|como posso|posso|quero|) apagar (a|) minha conta",
            "(como|quero|) apagar meu perfil",
            "(esquece|esquecer|esqueca) (os|) meus dados",
            "esquecer",
            "(quero que|voces podem|pode|) (me esquece|me esqueca|me esquecer|esquece de mim"
            "|esqueca de mim)",
            "(quero que|quero|pode|voces podem|) (apagar|apague|apaguem) (tudo|tudo "
            "(o|) que (voce|voces|) (sabe|sabem|tem)) (sobre mim|de mim|)",
            "(tenho|quero) (o|) direito (ao|de) esquecimento",
        ),
        "source": (
            "(como|onde|de onde|por que) (voce|voces|e que voce|) (tem|conseguiu|conseguiram"
            "|pegou|pegaram|achou|sabe|arrumou) (o|) meu (numero|nome|telefone|contato)",
            "quem (te|) (deu|passou) (o|) meu (numero|nome|contato|telefone) (para voce|para "
            "voces|)",
            "(como|de onde) (voce|voces) me (conhece|conhecem)",
        ),
        "sees": (
            "quem (mais|e que|que|) (pode|vai|) (ve|ver|veem|esta vendo) (isso|isso aqui|minhas "
            "mensagens|as mensagens|o que eu escrevo|o que escrevo|o que eu falo|minhas respostas"
            "|meus dados|tudo isso|essa conversa|)",
            "(o|a|) (meu mentor|minha mentor|minha mae|meu pai|meus pais|meu chefe|minha escola"
            "|outras pessoas|os outros|pessoa|mais pessoa|pessoa mais|ele|ela|dana) (pode|podem"
            "|vai|) (ve|ver|veem) (isso|minhas mensagens|o que eu escrevo|minhas respostas|)",
            "(o|a|) (meu mentor|minha mae|meu pai|meus pais|meu chefe|minha escola|pessoa) (vai"
            "|vao|pode|podem|) (saber|sabe|descobrir|ficar sabendo|ver) (isso|disso|de isso|)",
            "(isso|isso aqui|esse chat|a conversa) (e|) (privado|particular|confidencial|secreto"
            "|sigiloso|anonimo)",
            "e (privado|particular|confidencial|secreto|sigiloso|anonimo) (isso|)",
            "fica (so|) entre (nos|a gente)",
            "(voce|) (vai|) (conta|contar|fala|falar|mostra|mostrar) (isso|) (para|com) (o|a|) "
            "(meu mentor|minha mae|meus pais|pessoa|dana)",
        ),
        "machine": (
            "(voce|isso|isso aqui|) (e|) (um|uma|) (bot|pessoa|pessoa de verdade|pessoa real|real"
            "|gente de verdade)",
            "voce (e|) (um|uma|) (bot|pessoa) ou (um|uma|) (bot|pessoa) (de verdade|real|)",
            "e (bot|pessoa) ou (bot|pessoa)",
            "(estou falando|falo|eu estou falando|estou conversando) com (um|uma|) (bot|pessoa"
            "|pessoa real|pessoa de verdade)",
            "(tem|ha) (uma|) (pessoa|pessoa de verdade|pessoa real) (ai|vendo|do outro lado|aqui|)",
        ),
        "free": (
            "gratis",
            "(isso|o programa|isso aqui|) (e|) (de graca|gratis|pago|tudo de graca)",
            "e (de graca|gratis|pago) (isso|o programa|esse programa|a mentoria|)",
            "(esse programa|este programa|a mentoria) e (de graca|gratis|pago)",
            "quanto (custa|e|fica|sai|vou pagar|tenho que pagar) (isso|o programa|)",
            "(tem|preciso|precisa|tenho) (que|de|) pagar (por isso|alguma coisa|algo|isso|)",
            "(isso|) (custa|cobra|cobram) (alguma coisa|algo|dinheiro|)",
            "(voces|vao|voces vao) (cobram|cobrar) (por isso|alguma coisa|)",
            "(isso|) vai (me|) (custar|cobrar) (alguma coisa|algo|dinheiro|)",
            "tem (algum|) custo",
            "qual (e o|o) (preco|valor|custo)",
            "paga (alguma coisa|)",
        ),
        "long": (
            "quanto tempo (isso|) (leva|vai levar|falta|e|) (isso|)",
            "(isso|) (leva|vai levar) (muito|muito tempo)",
            "(e|vai ser) (demorado|longo)",
            "quantas perguntas (sao|faltam|tem|ainda|)",
            "falta muito",
            "(ainda|) (falta|faltam) (quanto|quantas)",
            "(leva|vai levar) quanto (tempo|)",
            "quantas perguntas ainda (faltam|tem)",
            "(isso|) demora (muito|)",
        ),
        "term": (
            "quanto tempo (leva|e|vai levar) (o programa|a mentoria)",
            "(o programa|a mentoria) (leva|vai levar) quanto tempo",
            "ate quando (vai|e|leva) (o programa|a mentoria|isso)",
        ),
        "meeting": (
            "(onde|quando|que horas|a que horas|que dia|em que lugar) (e|e que e|vai ser|fica"
            "|sera|era|seria|) (o encontro|a reuniao|isso|)",
            "(onde|quando|que horas|a que horas|que dia) (a gente|que a gente|nos|e que a gente"
            "|) (se encontra|se ve|vai se encontrar|nos encontramos|nos vemos|marcou)",
            "(ainda|continua) (esta|) (de pe|marcado|valendo|combinado) (o encontro|hoje|amanha"
            "|para hoje|para amanha|)",
            "(esta|continua|ainda vai) (de pe|marcado|combinado|ter) (o encontro|a reuniao|hoje"
            "|amanha|ainda|)",
            "(vai ter|tem) (encontro|reuniao) (hoje|amanha|)",
            "onde (eu|) (tenho que|devo) ir",
            "(o encontro|a reuniao) (ainda|) esta de pe",
            "(qual|como) (e|era) (a morada|o endereco|a direcao)",
            "(mandas|me manda|manda me|passa) (a morada|o endereco)",
            "(ainda|) (se mantem|mantem se) (o encontro|a reuniao|isto|)",
        ),
        "know": (
            "o que (e que|) (voce|voces) (sabe|sabem|tem|guarda|guardam) (de|sobre|a respeito "
            "de) mim",
            "(que|quais) dados (meus|) (voce|voces) (tem|guarda|guardam) (meus|sobre mim|de mim|)",
            "(posso|quero|como posso|como faco para|da para) ver (os|) meus dados",
            "(mostra|mostre|manda|mande|envia|envie) (me|) (todos|) (os|) meus dados",
            "meusdados",
            "meus dados",
            "(quero|preciso de|) (uma|) copia (dos|de) meus dados",
            "(posso|quero) ver (as|) minhas respostas",
            "o que eu (te|) (disse|falei|contei)",
        ),
        "fix": (
            "corrigir",
            "(quero|posso|como posso|como|preciso|) (corrigir|mudar|mudo|corrijo|trocar|alterar) "
            "(os|as|o|uma|) (meus|minhas|meu|minha|) (dados|respostas|resposta|perfil)",
            "(meus|minhas) (dados|respostas) (estao|esta) (errados|erradas|errado)",
        ),
        "fix_name": (
            "(o|) meu nome esta (errado|escrito errado|mal escrito)",
            "(voce|voces|) (escreveu|escreveram|colocou) (o|) meu nome errado",
            "(quero|posso|como posso|como|preciso|) (corrigir|mudar|mudo|corrijo|trocar) (o|) meu "
            "nome",
            "esse nao e (o|) meu nome",
        ),
        "fix_age": (
            "(a|) minha idade esta errada",
            "(quero|posso|como posso|como|preciso|) (corrigir|mudar|mudo|corrijo|trocar) (a|) "
            "minha idade",
            "essa nao e (a|) minha idade",
        ),
        "next": (
            "e agora",
            "e agora o que",
            "(agora|) o que (acontece|vai acontecer|vem|rola|faco|eu faco|tenho que fazer|devo "
            "fazer|preciso fazer) (agora|depois|aqui|)",
            "agora (o que|)",
            "e depois",
            "depois o que",
            "(qual|qual e) (o|) (proximo passo|passo seguinte)",
            "como (isso|) (funciona|e) (isso|)",
            "como (que|) funciona (isso|o programa|)",
            "quando (a gente|que|) (comeca|comecamos|eu comeco|vamos comecar) (isso|)",
            "quando (eu|) (vou|) (ter|terei|conhecer|conheco|tenho) (um|o|) (meu|) mentor",
            "(tem|alguma|tem alguma) (novidade|novidades|noticia|noticias)",
            "(ja|) (acharam|encontraram|achou|arrumaram) (um|o meu|meu|) (mentor|pessoa) (para "
            "mim|)",
            "quem e (o|) meu mentor",
            "(ja|) tenho (um|) mentor",
            "quanto tempo (tenho que|vou) esperar",
            "quando (eu|) (vou|) (saber|ter|receber|terei|saberei) (de|) (algo|alguma coisa|"
            "resposta|uma resposta|noticia|noticias)",
            "quando (e que|) (voces|vcs|) (vao|) (me|) (falam|falar|dizem|dizer|avisam|avisar|"
            "respondem|responder|chamam|chamar|ligam|ligar|escrevem|escrever) (me|) "
            "(algo|alguma coisa|)",
            "me (falam|dizem|avisam|respondem) (algo|) quando",
        ),
        "who": (
            "quem",
            "quem e",
            "(isso|) e (isso|) (golpe|serio|verdade|de verdade|um golpe|furada|spam)",
            "quem (e|e voce|voce e|sao voces|esta falando|fala|ta falando|e que esta falando|e "
            "esse|e isso|esta ai|me mandou isso|manda isso|)",
            "quem (esta|e que esta) (me|) (escrevendo|mandando mensagens|mandando isso)",
            "(com|de) quem (eu|) (falo|estou falando|e esse numero|e este numero|e isso)",
            "(o|) que e (isso|isso aqui|esse numero|bridge|voce)",
            "de que se trata (isso|)",
            "(eu|) te conheco",
            "a gente se conhece",
            "voce e quem",
            "(para|) (o|) que serve (isso|)",
            "isso e (o|) que",
            "qual (e|) (o|) (seu|teu) nome",
            "quem (esta por tras|cuida|organiza) (disso|isso|)",
            "o que (voce|voces) (faz|fazem|quer|querem)",
            "o que voce (sabe|pode) fazer",
            "de onde (e|voce e|sao voces|fala)",
        ),
        "goal": (
            "qual (e|era|) (a|o|) (minha|meu) (meta|objetivo)",
            "(quais sao|como vejo|quero ver|posso ver|mostra|ver|onde vejo) (as|os|) (minha|minhas"
            "|meu|meus) (meta|metas|objetivo|objetivos)",
            "(quero|posso|como|queria|preciso|gostaria de|da para|) (mudar|mudo|trocar|por|criar"
            "|alterar|ter) (a|o|) (minha|meu|de|uma|um|outra|outro) (nova|novo|) (meta|objetivo)",
            "(ja|) (alcancei|atingi|cumpri|bati|consegui) (a|o|) (minha|meu) (meta|objetivo)",
        ),
        "answers": (
            "(quero|posso|como|queria|preciso|gostaria de|da para|) (mudar|mudo|trocar|ver"
            "|corrigir|alterar|atualizar) (a|o|as|os|) (minha|minhas|meu|meus|uma|de|) (resposta"
            "|respostas|horario|horarios|idade|nome|tema|temas|topicos|perfil|disponibilidade)",
            "(meus|meu|os|o) (horario|horarios) (mudou|mudaram)",
            "errei (a|o|minha|meu|de) (idade|horario|horarios|nome|resposta)",
        ),
        "number": (
            "(tenho|estou com|esse e|este e|agora tenho|) (um|o|outro|) (meu|) (numero|telefone"
            "|novo) (novo|numero|telefone|outro) (agora|)",
            "(mudei|troquei|vou mudar|vou trocar|mudo) (de|o|meu|o meu) (numero|telefone|chip)",
            "(tenho|estou com) outro (numero|telefone)",
            "meu numero (mudou|e outro|agora e outro)",
            "como (mudo|troco) (o|) meu numero",
        ),
        "return": (
            "(eu|) (posso|quero|queria|como|como faco para|da para|gostaria de|como posso) "
            "(voltar|volto|entrar|participar|me inscrever|retornar) (de novo|outra vez|ao "
            "programa|para o programa|novamente|)",
            "mudei de (ideia|opiniao)",
            "me arrependi",
            "(me arrependi|mudei de ideia) (quero|posso|queria) voltar",
            "voltei (agora|ja|)",
            "voltei",
            "(ja|) estou de volta",
        ),
        "later": (
            "depois",
            "(me|) (pergunta|pergunte|chama|lembra|escreve) (de novo|) (amanha|depois|outro dia)",
            "(te|) (falo|digo|respondo|conto) (amanha|depois)",
            "amanha (eu|te|eu te|) (falo|digo|respondo|conto)",
            "(nao|) (agora|hoje) (nao|nao da|nao vai dar|nao posso|nao consigo|nao rola|)",
            "(mais tarde|depois|outra hora|outro dia|daqui a pouco|um minuto|um momento|um "
            "minutinho|pera|perai|espera|espera um pouco)",
            "(depois|mais tarde) (eu|) (te|) (respondo|falo|faco|vejo|escrevo)",
            "(eu|) (te|) (respondo|falo|faco|vejo|escrevo) (mais tarde|depois|isso depois|amanha"
            "|daqui a pouco)",
            "estou (muito|) (ocupado|ocupada|trabalhando|na aula|no trabalho|dirigindo|na escola"
            "|em reuniao|sem tempo) (agora|)",
            "(nao tenho|estou sem) tempo (agora|hoje|)",
            "(a gente|) (se fala|fala|conversa) (depois|mais tarde)",
            "nao (posso|da) (agora|falar agora|hoje)",
        ),
        "thanks": (
            "obrigado",
            "obrigada",
            "(muito|) obrigado (mesmo|por tudo|pela ajuda|pela atencao|por avisar|viu|dana|demais"
            "|a voce|a voces|)",
            "(eu|) agradeco (muito|)",
            "(beleza|perfeito|otimo|legal|show|massa|maravilha|certo|blz) (muito|) obrigado",
            "obrigado obrigado",
            "deus (te|) abencoe",
            "(eu|) que agradeco",
            "muito gentil",
        ),
        "hello": (
            "oi",
            "ola",
            "oie",
            "oi (oi|dana|gente|pessoal|de novo|tudo bem|tudo bom|tudo joia|como vai|como voce "
            "esta|)",
            "(oi|) (bom dia|boa tarde|boa noite|boas) (dana|a todos|pessoal|tudo bem|)",
            "bom dia",
            "boa tarde",
            "boa noite",
            "(tudo bem|tudo bom|tudo certo|como vai|como voce esta|beleza|e ai tudo bem)",
            "(tem pessoa|voce esta|esta) ai",
            "tem pessoa aqui",
        ),
    },
)
