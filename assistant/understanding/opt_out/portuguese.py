"""How people ask in Portuguese to be written to no more."""

from assistant.understanding.opt_out.rules import Refusals, Request

PORTUGUESE = Refusals(
    respelt=(("ss", "s"), ("ch", "x"), ("x", "ch"), ("qu", "k"), ("c", "k"), ("lh", "li")),
    words={
        # What ends something, and what is to end. "Parar" is also how a goal begins.
        "STOP": "pare parem parar parae deixa deixe deixem cesse cessem chega stop basta",
        # "Para" alone is also "for".
        "PARA": "para",
        "OF": "de d di com",
        "DE": "de d di com essas esses as os a",
        "ME": "me mi nos",
        "WRITE": "mandar manda mandando enviar envia escrever escreve escreva incomodar incomoda"
        " perturbar perturba contatar contata contactar ligar liga chamar encher enche spammar"
        " aborrecer chatear chateia",
        "SACO": "saco paciencia",
        "GET": "receber recebe reseber ter ver ler",
        "MESSAGE": "mensagem mensagens mensage mensagen mensajem msg msgs sms texto textos"
        " torpedo torpedos notificacoes spam",
        "CANCEL": "cancelar cancela cancelem cancele encerrar encerra encerrem",
        "SUBSCRIPTION": "inscricao assinatura cadastro mensagens msgs sms",
        # Refusing.
        "NO": "nao n nn num naum",
        "WRITES": "mande mandem mandes manda mandar envie enviem envia escreva escrevam escreve"
        " contate contatem contacte contactem incomode incomodem incomoda perturbe perturbem"
        " perturba procure procurem",
        "ORDERS": "mande mandem envie enviem escreva escrevam contate contatem contacte contactem"
        " incomode incomodem perturbe perturbem procure procurem",
        "MORE": "mais + nada nunca jamais nenhuma nenhum",
        "WANT": "quero kero qro qero desejo queria gostaria",
        "NEED": "preciso gosto",
        "QUE": "que q",
        "GAP": "mais essas esses estas estes suas seus sua seu dessas desses as os a o de d da do"
        " minha meu nenhuma nenhum mim pra por nada vcs voces voce vc tantas desse tipo",
        # Off a list.
        "REMOVE": "tira tire tirem tirar remova remove removam remover apaga apague apaguem"
        " apagar exclua exclui excluam excluir deleta delete deletem descadastra descadastre"
        " risca retire retirem retira retirar",
        "MEU": "meu este esse o",
        "NUMBER": "numero num nro telefone cel celular nome contato",
        "LIST": "lista listas cadastro aqui daqui disso dai sistema",
        "UNSUB": "descadastrar descadastra descadastre descadastrem descadastro desinscrever"
        " desinscreva desinscrevam desinscricao",
        "OFF": "da dessa desta de das do desse",
        "TOUCH": "escreva escrevam escreve contate contatem incomode incomodem perturbe perturbem",
        "ENTER": "entre entrem entrar faca facam",
        "CONTACT": "contato contacto",
        "RING": "ligue liguem liga chame chamem",
        "SENDS": "mande mandem mandes manda mandar envie enviem envia",
        "MAIS": "mais",
        "LEAVE": "sair saio saia",
        "LET": "deixa deixe deixem dexa dexem larga",
        "PEACE": "paz pas quieto quieta sossegado",
        "EM": "em eu me mais",
        "LOSE": "esquece esquecam esqueca perde",
        # What may be a stop.
        "ENOUGH": "chega basta",
        "IT": "isso isto disso disto tudo ja agora mais aqui",
        "BORED": "cansado cansada cansei cheio cheia saco",
        "WRONG": "errado enganado",
        "AWAY": "vaza some suma sumam vazem",
        "ESTOU": "estou to tou ja de",
        # What stands before and makes it something else.
        "HE": "ele ela eles elas ex mae pai chefe namorado namorada irmao irma amigo amiga amigos"
        " gente mentor mentora",
        "NEVER": "nao n nn num nunca sem naum",
        "HOW": "como onde se quando",
        # What follows and makes it less than everything.
        "LATER": "hoje amanha noite tarde cedo manha antes depois durante ate quando enquanto"
        " hora horas aula escola trabalho segunda terca quarta quinta sexta sabado domingo semana"
        " madrugada"
        " dias tempo vezes cada direto tanto tanta tantos tantas demais muito toda todo sempre"
        " agora sobre porque como exceto ainda dia",
        "TOPIC": "lembrete lembretes aviso avisos alertas dicas emails email mail whatsapp"
        " telegram instagram facebook",
        "TO": "pra pro para ao",
        # What turns a request into something else.
        "SAY": "disse digo pedi peco falei",
        "NEEDED": "precisa precisam",
        "MEAN": "significa significado",
        "QUER": "quer",
        "DIZER": "dizer",
        "E": "e eh",
        "NOR": "nem e ou",
        "CONSENT": "consentimento autorizacao permissao",
        "WITHDRAW": "retiro revogo revogar",
        "INTERESTED": "interesse interessado interessada",
        "WHY": "pq porque",
        "WITH": "em com no na",
        "OLD": "velho antigo anterior",
        "NEW": "novo",
        "YET": "ainda",
        "WAITING": "espera",
        "SER": "ser",
        "WRITTEN": "contatado contatada contactado contactada incomodado incomodada",
        "ALLOW": "autorizo autorizei",
        "UNABLE": "consigo posso deixam",
        "REFUSE": "recuso nego",
        "PARAR": "parar",
        "CONT": "continuar seguir continue",
        "GETTING": "recebendo",
        "BLOCK": "bloqueia bloqueie bloqueiem bloquear bloqueio",
        "VOU": "vou vcs voces te",
        "PODEM": "podem pode poderiam poderia",
        "FACO": "faco fazer eu posso",
    },
    requests=(
        Request(
            said=(
                "(STOP DE+ | PARA OF DE*) ME? WRITE (ME | GAP)* (MESSAGE | ME | SACO | END)",
                "(STOP DE+ | PARA OF DE*) ME WRITE",
                "(STOP DE+ | PARA OF DE*) GET GAP* (MESSAGE | MORE | IT | END)",
                "(STOP | PARA OF) DE* MESSAGE",
                "NO ME ORDERS GAP* (MORE | MESSAGE | END)",
                "NO ORDERS (ME | GAP)* (MORE | MESSAGE | END)",
                "NO ME? RING NOR ME? WRITES",
                "ME LET EM* PEACE",
                "LET (EM | ME)* PEACE",
                "LOSE MEU NUMBER",
                "NO ENTER MORE? EM? CONTACT",
            ),
            unless=("(HE | NEVER) END", "HE ~ END"),
        ),
        Request(
            said=("NO ME? WRITES GAP* MORE (GAP* MESSAGE | END)",),
            unless=("HE ~ END", "OTHER END"),
        ),
        Request(
            said=(
                "NO WANT MORE* (GET MORE*)? GAP* MESSAGE",
                "NO WANT MORE* GET (GAP | IT)* (MORE | END)",
                "NO WANT MORE* CONT (DE? GETTING | GAP? GET)",
                "NO WANT MORE* SER WRITTEN",
                "NO WANT MORE* QUE ME? (WRITES | ORDERS)",
                "CANCEL GAP* SUBSCRIPTION",
                "ME REMOVE (GAP | OFF)* (LIST | END)",
                "REMOVE ME (GAP | OFF)* (LIST | END)",
                "REMOVE (MEU | GAP)* NUMBER",
                "LEAVE OFF LIST",
                "UNSUB",
            ),
            unless=("HE END", "NEVER END"),
        ),
        Request(
            said=(
                "NO NEED MORE* DE? GAP* MESSAGE",
                "(STOP | NO MORE) (GAP | WRITE | ME | DE)* TOPIC",
                "NO ME TOUCH",
                "NO ME SENDS GAP* (LATER | MESSAGE)",
                "NO ME? RING (MORE | END)",
                "NO ALLOW",
                "BLOCK (MEU | GAP) NUMBER",
                "BORED (DE | OFF)+ GET? GAP* MESSAGE",
                "REFUSE GAP* GET GAP* MESSAGE",
                "(WITHDRAW | REMOVE) GAP* CONSENT",
                "NO OTHER? INTERESTED EM? GET GAP* MESSAGE",
            ),
            unless=("HE ~ END", "OTHER END"),
            sure=False,
        ),
    ),
    denied=(
        "NEVER (WANT | QUE | SAY | ME | DE)* END",
        "NEVER OTHER (ME | DE)* END",
        "QUE E END",
    ),
    dismissed=(
        "MEAN",
        "QUER DIZER",
        "WANT PARAR DE? ME? WRITE",
        "NUMBER OLD",
        "NUMBER ~ NEW",
        "WRITES GAP* YET",
        "LIST (OFF | DE) WAITING",
    ),
    doubted=("HOW", "NEVER END", "(WHY | OTHER QUE) ~ END", "NEVER NEEDED (ME | DE)* END"),
    narrowed=(
        "SENDS MAIS OTHER",
        "(LIST | NUMBER) (OFF | DE) GAP* OTHER",
        "LATER",
        "TOPIC",
        "TO GAP* (OTHER | HE)",
        "WITH GAP* OTHER",
        "MESSAGE DE OTHER",
    ),
    doubts=(
        "IT* ENOUGH IT*",
        "NO WANT (IT | MORE)+",
        "IT* NO MORE",
        "(STOP | PARA) DE? IT+",
        "CANCEL IT+",
        "ESTOU+ BORED (DE | IT)*",
        "NUMBER WRONG",
        "AWAY",
        "ME LET",
        "PODEM (STOP | PARA) DE? IT*",
        "HOW (FACO | TO | PARA)* LEAVE (OFF | DE)? IT+",
        "(FACO | VOU | ME)* BLOCK (GAP | VOU)*",
    ),
)
