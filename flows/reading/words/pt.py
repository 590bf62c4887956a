"""Portuguese words."""

from flows.reading.words.feasts import FEASTS
from flows.reading.words.table import Table

TABLE = Table(
    numbers={
        0: "zero",
        1: "um, uma, hum",
        2: "dois, duas, doi, doiz",
        3: "tres, treis",
        4: "quatro, cuatro, qatro",
        5: "cinco, sinco",
        6: "seis, meia duzia",
        7: "sete",
        8: "oito",
        9: "nove",
        10: "dez, des",
        11: "onze",
        12: "doze",
        13: "treze",
        14: "quatorze, catorze",
        15: "quinze, kinze",
        16: "dezesseis, dezasseis, dezeseis, desesseis",
        17: "dezessete, dezassete, dezesete",
        18: "dezoito, desoito",
        19: "dezenove, dezanove",
        20: "vinte",
        30: "trinta",
        40: "quarenta",
        50: "cinquenta, cincoenta",
        60: "sessenta",
        70: "setenta",
        80: "oitenta",
        90: "noventa",
        1000: "mil",
    },
    ordinals={
        1: "primeiro, primeira",
        2: "segundo, segunda",
        3: "terceiro, terceira",
        4: "quarto, quarta",
        5: "quinto, quinta",
        6: "sexto, sexta",
        7: "setimo, setima",
        8: "oitavo, oitava",
        9: "nono, nona",
        10: "decimo, decima",
    },
    joins="e, i, mais, tambem, tb, tbm, com",
    eithers="ou, a",
    picking=(
        "numeros, uns, umas, meh, "
        "meus, minhas, "
        "numero, num, no, nr, opcao, opcoes, op, o, a, os, as, eu, e, acho, que, quero, "
        "escolho, prefiro, fico, vou, de, na, diria, dou, seria, com, por, favor, pfv, pf, "
        "pfvr, obrigado, obrigada, obg, brigado, bom, bem, hum, hmm, talvez, resposta, pra, "
        "mim, um, uma, meu, minha, oi, ola, sera, marca, coloca, poe, ok, nota, daria, forte, "
        "pontuacao"
    ),
    pointers="o, a, opcao, numero, a opcao, minha",
    negations=(
        "nao, n, nem, nunca, jamais, sem, menos, exceto, salvo, em vez de, em lugar de, ao inves de"
    ),
    contrasts="mas, porem, exceto, salvo, menos, senao, so, quando, ate, em vez",
    ands="e",
    yes=(
        "ta marcado, marcado, nesse mesmo, neste mesmo, esse msm, pode ligar nesse, "
        "mal posso esperar, nao vejo a hora, "
        "com muito prazer, perfeito p mim, perfeito pra mim, perfeito para mim, "
        "obvio q sim, claro q sim, sim, sim sim, simm, siim, sin, s, ss, sss, sm, sim por favor, "
        "sim pfv, claro, "
        "claro que sim, com certeza, certeza, cert, clr, ta, ta bom, ta bem, ta ok, ta certo, "
        "tabom, esta bem, esta bom, tudo bem, td bem, tudo certo, tudo ok, pode ser, pode, "
        "pode sim, pd ser, pode crer, beleza, blz, bora, bora la, vamos, vamos la, vamo, ok, "
        "okay, oki, okey, certo, certinho, correto, com prazer, com gosto, quero, quero sim, "
        "eu quero, aceito, eu aceito, concordo, de acordo, isso, isso mesmo, isso ai, e isso, "
        "positivo, uhum, aham, ahan, arram, fechado, fexado, combinado, demorou, show, "
        "perfeito, otimo, excelente, maravilha, legal, bacana, sem problema, sem problemas, "
        "sem prob, por que nao, porque nao, pq nao, obvio, logico, evidentemente, evidente, "
        "fixe, bue fixe, na boa, de boa, tranquilo, tranks, por mim tudo bem, por mim sim, "
        "gostaria, eu gostaria, adoraria, eu adoraria, acho que sim, exato, exatamente, "
        "verdade, verdadeiro, afirmativo, confirmo, confirmado, topo, eu topo, nao me importo, "
        "nao tem problema, bom, muito bom, bem, com todo gosto, sem duvida, "
        "obviamente, joia, jovem sim, seguro, por supuesto, vale, dale, perfeitamente, "
        "naturalmente, concerteza, ctz, vou sim, sou eu, posso, posso sim, tou dentro, "
        "certamente, desejo, eu desejo, ya, yap, ya ya, yaya, com toda a certeza, "
        "sem duvida nenhuma, por mim pode, claro que quero, ta otimo, esta certo, "
        "esta otimo, ta perfeito, esta correto, e verdade, pode ser sim, isso sim, eu posso, "
        "gostei, adorei, prosseguir, pode prosseguir, continuar, pode continuar, continue, "
        "continua, pode seguir, segue, podem sim, serve, me serve, serve pra mim, "
        "serve para mim, da certo, da sim, da pra mim, estarei la, vou estar la, la estarei, "
        "conta comigo, pode contar comigo, estou pronto, estou pronta, to pronto, to pronta, "
        "estou dentro, to dentro, to nessa, tamo junto, e isso mesmo, autorizo, "
        "podem mandar, pode mandar, manda, pode enviar, podem enviar, pode mandar msg, "
        "pode mandar mensagem, podem escrever, pode escrever, sem problema nenhum, "
        "sem problema algum, vamos nessa, fechou, show de bola, certissimo, e esse, e essa, "
        "e esse mesmo, e essa mesma, esse mesmo, essa mesma, funciona pra mim, funciona, "
        "funciona para mim, fica bom pra mim, fica bom, fica otimo, ta valendo, ta fechado, "
        "ta combinado, partiu, bora sim, simbora, demoro, tmj, suave, firmeza, fmz, jae, ja e, "
        "sou eu sim, sou eu mesmo, sou eu mesma, com prazer sim, e claro, mas e claro, "
        "claro ne, ue claro, logico que sim, obvio que sim, sim ue, siim claro, permito, "
        "dou permissao, tem minha permissao, tem meu ok, estou de acordo, to de acordo, "
        "tou de acordo, concordo sim, aceito sim, topo sim, to afim, to a fim, estou afim, "
        "por mim ta bom, por mim ta otimo, por mim fechado, sem duvidas, absolutamente, "
        "totalmente, cem por cento, afirmo, afirmativo sim, digo que sim, eu digo sim, "
        "seria otimo, seria bom, seria legal, seria maravilhoso, vai ser otimo, "
        "que legal, adoro, amei, sim vamos, pode confirmar, confirma, confirmadissimo, "
        "manda ver, manda bala, podem mandar mensagem, podem mandar mensagens, podem mandar msg"
    ),
    no=(
        "nao posso mais, nao consigo mais, nao deixa, nao deixam, nao me deixa, nao me deixam, "
        "pois nao quero, pois nao posso, pois nao gosto, "
        "nao totalmente, nao completamente, nao esta correto, nao ta certo, n mt, "
        "pode nao, pd nao, pode n, num pode, num quero, num precisa, num da, precisa nao, "
        "quero nao, nao, naum, nau, naao, n, nn, nop, nope, nunca, jamais, de jeito nenhum, "
        "de forma nenhuma, de forma alguma, de modo nenhum, de modo algum, nem pensar, "
        "nem a pau, nem morto, nem, negativo, nao obrigado, nao obrigada, n obg, nao obg, "
        "nao valeu, hoje nao, agora nao, agora nao posso, agora n posso, ainda nao, nao quero, "
        "n quero, nao agora, discordo, "
        "eu discordo, que nada, nada disso, claro que nao, com certeza nao, acho que nao, "
        "nao acho, nao acredito, eu nao, nao sou eu, n sou eu, falso, errado, incorreto, "
        "nao posso, n posso, nao concordo, nao aceito, recuso, eu recuso, nao estou de acordo, "
        "nao ta bom, nao esta bom, por enquanto nao, nao mesmo, prefiro nao, melhor nao, "
        "nao tenho interesse, nem um pouco, "
        "sem hipotese, isso nao, errada, esta errado, ta errado, isso esta errado, "
        "isso e falso, e falso, nao esta certo, nao ta certo, nao e isso, nao e, "
        "para de escrever, "
        "to bem obrigado, to bem obrigada, estou bem obrigado, estou bem obrigada, "
        "tou bem obrigado, engano, impossivel, nao da, num da, n da, nao vai dar, nao rola, "
        "nem sonhando, nao mais, ja nao, nao consigo, n consigo, num consigo, "
        "nao estou interessado, nao estou interessada, nao gostaria, nao autorizo, nao serve, "
        "nao funciona, nao me serve, nops, nao to afim, nao to a fim, nao estou afim, "
        "nao estou a fim, n to afim, to fora, tou fora, estou fora, passo longe, nao preciso, "
        "nao precisa, n precisa, nao e necessario, desnecessario, nao e pra mim, "
        "nao e para mim, nao curto, nao curti, nao gostei, me recuso, me oponho, duvido, "
        "talvez nao, melhor deixar, deixa quieto nao, nem ferrando, nem fudendo, "
        "nem que a vaca tussa, nem vem, nada feito, sem chance, sem chances, sem condicoes, "
        "nao tem como, n tem como, nao tem condicao, nao ha como, nao permito, nao pode, "
        "n pode, nao podem, esse nao, essa nao, nao e esse, nao e essa, nao e esse dia, "
        "dia errado, data errada, hora errada, o dia errado, a hora errada, horario errado, "
        "me deixa em paz, me deixem em paz, nao enche, nao mesmo ne, de maneira nenhuma, "
        "de maneira alguma, em hipotese alguma, nao e possivel, inviavel"
    ),
    soft=(
        "ok, okay, oki, okey, ta, ta bom, ta bem, ta ok, tabom, esta bem, esta bom, tudo bem, "
        "td bem, tudo certo, beleza, blz, bom, bem, muito bom, tranquilo, de boa, na boa, "
        "sem problema, sem problemas, sem prob, nao tem problema, "
    ),
    assents=(
        "combinado, fechado, fexado, de acordo, concordo, aceito, pode ser, pode, pd ser, bora, "
        "bora la, vamos, vamos la, vamo, demorou, perfeito, certo, ta certo, por mim tudo bem, "
        "por mim sim, vale, dale, com prazer, com gosto, topo, eu topo, serve, me serve, show"
    ),
    content=(
        "estou bem, to bem, tou bem, tô bem, estamos bem, tudo bem comigo, tudo bem por aqui, "
        "tudo otimo"
    ),
    endings=(
        "parar, pare, parem, chega, sair, sair da lista, descadastrar, me descadastrar, "
        "ir embora, cancelar, terminar, acabar, perder, desistir, "
        "tchau, adeus"
    ),
    later=(
        "depois, mais tarde, agora nao, agora nao posso, agora n posso, por enquanto nao, "
        "agora n, outra hora, outro momento, em outro momento, espera, espere, peraí, pera, "
        "perai, um momento, um minuto, deixa eu pensar, vou pensar, amanha, me pergunta depois, "
        "ja ja, "
        "me pergunta amanha, pergunta amanha, me pergunte amanha, me pergunta mais tarde, "
        "te falo amanha, amanha te falo, te digo amanha, amanha te digo, respondo amanha, "
        "amanha respondo, amanha eu respondo, amanha eu falo, me chama amanha, "
        "me manda amanha, me manda mensagem amanha, me pergunta segunda, melhor amanha"
    ),
    busy=(
        "sem tempo, nao tenho tempo, n tenho tempo, to sem tempo, tou sem tempo, estou ocupado, "
        "estou ocupada, to ocupado, to ocupada"
    ),
    yet="hoje nao, nao hoje, hj nao, hj n, essa semana nao, ainda nao, ainda n, nao ainda",
    texts=(
        "escrever, me escrever, mandar, mensagens, mensagem, msgs, de, me, da, lista, as, os, "
        "enviar"
    ),
    machines=(
        "estou dirigindo, to dirigindo, estou a conduzir, nao perturbe, resposta automatica, "
        "mensagem automatica, fora do escritorio, nao e monitorado, nao aceita mensagens, "
        "nao recebe mensagens, fora de servico, ligo mais tarde, te ligo depois, "
        "nao posso falar agora, enviado do meu, obrigado por entrar em contato, "
        "agradecemos o contato, obrigado pela mensagem, digite 1"
    ),
    asks=(
        "quem, o que, oque, oq, que e, qual, quais, como, quando, onde, quanto, quantos, "
        "quantas, por que, pra que, para que, e gratis, e de graca, e pago, tem que, "
        "preciso pagar, posso, posso perguntar, vc pode, voce pode, pode me, podes, quanto tempo, "
        "quanto custa, quem ve, quem le, quem e, quem sao, o que e, o que significa, "
        "por que voces, por que vc, pq voces, como funciona, quando comeca, e obrigatorio, "
        "que significa isso, voce e um, vc e um, voce e uma, to falando com, estou falando com, "
        "quanto leva"
    ),
    unsure=(
        "zero, pular, pula, pule, pulo, saltar, salta, passar, passo, passa, proxima, seguinte, "
        "nao sei, n sei, nsei, num sei, naum sei, ns, nao sei nao, sei la, sei nao, sla, sl, "
        "slá, nao faco ideia, n faco ideia, nao faco a minima ideia, sem ideia, nem ideia, "
        "nao tenho ideia, nao tenho certeza, n tenho ctz, n tenho certeza, nao tenho a certeza, "
        "nao estou certo, nao sei bem, nao sei dizer, nao sei ainda, ainda nao sei, quem sabe, "
        "sem resposta, prefiro nao dizer, prefiro nao responder, nao quero dizer, "
        "nao quero responder, nada, nenhum, nenhuma, deixa, deixar, deixa pra la, deixa quieto, "
        "tanto faz, nao lembro, nao me lembro, nao entendi, talvez, tlvz, depende, "
        "pode ser que sim, nao percebi, ignorar, sem opiniao, pular essa"
    ),
    fails=(
        "nao funciona, nao funcionam, nao ta funcionando, nao esta funcionando, nao da, nao serve, "
        "nao abre, nao carrega, nao liga, nao pega, nunca responde, nao responde, nao atende, "
        "nao presta, nao vai"
    ),
    doubts=(
        "que bom, que legal, que massa, que otimo, que maravilha, ah que bom, ah ta, "
        "ainda nao sabemos, nao sabemos, ainda nao decidi, ainda nao decidimos, nao decidi, nao"
        " decidimos, ainda nao me decidi, nao me decidi, ainda n decidi, ainda n decidimos, "
        "ainda n sei, n decidi, ainda nao resolvi, ainda nao resolvemos, continuo sem saber, "
        "continuo na duvida, ainda nao tenho certeza, nao estou convencido, nao estou "
        "convencida, nao to convencido, nao to convencida, ainda nao estou convencido, ainda "
        "nao estou convencida, "
        "pois nao, sem reclamacoes, nenhuma reclamacao, "
        "to nem ai, tou nem ai, estou nem ai, nem ai, tanto faz, pra mim tanto faz, "
        "por mim tanto faz, mais ou menos, nao entendeu, nao me entendeu, n entendeu, "
        "nao entendi, nao entendo, "
        "n entendi, "
        "embora, apesar, apesar de, mesmo que, mesmo se, ainda que, ou nao, ou n, nao e que, "
        "n e que, nao que, nao digo que, nao posso dizer que nao, nao posso dizer nao, "
        "nao posso falar nao, nao quis dizer, n quis dizer, nao quis dizer isso, nao disse, "
        "nao disse isso, n disse, n disse isso, eu nao disse, eu nao disse isso, nunca disse, "
        "nunca disse isso, eu nunca disse, nao falei, nao falei isso, nunca falei, "
        "nao foi isso, nao foi isso que, n foi isso, brincadeira, era brincadeira, "
        "tava brincando, estava brincando, to brincando, estou brincando, tava zoando, "
        "to zoando, zoeira, sem querer, por engano, as vezes, de vez em quando, longe de, "
        "ainda nao sei, nao sei ainda, nao esta, nao ta, n ta, nao esta aqui, nao ta aqui, "
        "nao muito, nao tao, "
        "nao muito seguido, nem sempre, nao todo, nao todos os, nao todas as, nao exatamente, "
        "nao pare, nao parem, nao para, n para, n pare, n parem, para nao, que parem, que pare, "
        "que acabe, que acabem, nao quero perder, menos seria, menos mensagens, menos msg, "
        "menos vezes, aham sei, sei sei"
    ),
    corrects=(
        "opa, ops, oops, eita, desculpa, desculpe, foi mal, errei, opa errei, me enganei, "
        "enganei me, me confundi, quis dizer, queria dizer, quero dizer, quer dizer, digo, "
        "alias, melhor, nao melhor, ou melhor, na verdade, erro meu, erro, correcao, perai, "
        "pera, espera, nao espera, corrigindo, corrijo, coloca, poe, bota"
    ),
    adds="tambem, tb, tbm, tambm, ainda, alem disso, outro, outra, adiciona",
    reports=(
        "eu disse, eu disse que, disse, disse que, eu falei, eu falei que, ja disse, ja falei, "
        "eu ja disse, eu ja falei"
    ),
    softeners=(
        "eu, hum, hmm, eh, bom, bem, ainda, agora, sinceramente, desculpa, desculpe, kkk, kkkk, "
        "rs, rsrs, por, favor, pfv, pf, obrigado, obrigada, isso, essa, este, esta, muito, "
        "mesmo, no, momento, ah, ai, pois, ne, cara, mano, meu, dizer, te, a, verdade, "
        "pergunta, de, q, que"
    ),
    willing=(
        "quero, gosto, acordo, concordo, bom, bem, ok, posso, acho, penso, aceito, certo, "
        "correto, interessa, interesse, interessado, interessada, vou, da, sim, verdade, "
        "preciso, legal, pronto, pronta, desejo, topo, queria, fixe, gostaria, consigo, curto, "
        "afim, a fim, serve, funciona, autorizo, permito, rola, vontade, possivel, combina, "
        "convem, disposto, disposta, aceitar, querer, consentir, participar, continuar, "
        "concordar"
    ),
    beside=(
        "por tudo, obrigado por tudo, obrigada por tudo, "
        "nao faz mal, n faz mal, nao se preocupe, nao se preocupa, nao te preocupes, n se "
        "preocupe, relaxa, nao esquenta, "
        "atenciosamente, por perguntar, "
        "por favor, pfv, pfvr, pf, obrigado, obrigada, obg, obgd, brigado, brigada, valeu, "
        "vlw, muito obrigado, muito obrigada, muito, mano, cara, amigo, amiga, moca, moco, kk, "
        "kkk, kkkk, rs, rsrs, haha, hehe, ah, oh, eh, entao, tambem, tb, tbm, agora, ja, ne, "
        "viu, desculpa, desculpe, senhor, senhora, uai, assim, ele, ela, entendi, entendido, "
        "percebi, compreendo, recebido, ate la, ate logo, ate mais, ate ja, nos vemos, "
        "te vejo la, vejo voce la, se possivel, se for possivel, se der, se quiser"
    ),
    leads=(
        "q, disse, eu disse, eu disse que, disse que, digo, eu digo, eu, hum, eh, bom, bem, ah, "
        "ai, acho, acho que, eu acho, penso que, me, e, esta, ta, isso, tudo, muito, mas, "
        "entao, que, a verdade, oi, ola, minha resposta e, resposta, por mim, "
        "pra mim, para mim, sinceramente, kkk, rs, pois, obrigado, obrigada, parece, o, ne, "
        "olha, cara, uai, ue, me parece, de, parece me, nossa"
    ),
    not_yet=(
        "quase, em, in, logo, faco, farei, ate, nao, menos, mais, maior, menor, ainda, vou, "
        "vai, terei, antes, cerca, entre, aproximadamente, minimo, maximo, sobre, falta, "
        "faltam, quando, proximo, completo, completar, filho, filha, irmao, irma, amigo, "
        "amiga, ele, ela, poucos, e tal, se, da me"
    ),
    aged=(
        "anos, aninhos, tenho, idade, meio, e, de, com, completos, ops, opa, errei, foi erro, "
        "digitei errado"
    ),
    born=("nascido em, nascida em, nasci em, nascido, nascida, nasci"),
    turned="acabei de fazer, ja fiz, fiz, completei, acabei de completar",
    counted=(
        "vez, vezes, hora, horas, minuto, minutos, dia, dias, semana, semanas, mes, meses, "
        "ano, anos, coisa, coisas, reuniao, reunioes, sessao, sessoes, pessoa, pessoas, dos, "
        "das, dos meus, e meio, e meia, e pouco, mais ou menos, h, da tarde, da manha, "
        "palavras, reais, filhos"
    ),
    named=(
        "meu nome e, o meu nome e, meu nome, o meu nome, meu nom e, nome, me chamo, "
        "eu me chamo, chamo me, chamome, sou o, sou a, eu sou o, eu sou a, eu sou, sou, "
        "pode me chamar de, pode chamar me, podes chamar me, podes me chamar de, "
        "pode chamar de, me chama de, me chame de, chama me, chame me, chama me de, "
        "chame me de, me chamam de, todos me chamam de, todo mundo me chama de, "
        "meus amigos me chamam de, aqui e o, aqui e a, aqui e, e o, e a, podes tratar me por, "
        "trata me por, pode ser, aqui quem fala e, aqui quem fala e o, aqui quem fala e a, "
        "quem fala e, fala com, so"
    ),
    called=(
        "meu nome e, o meu nome e, meu nome, o meu nome, meu nom e, nome, me chamo, "
        "eu me chamo, chamo me, chamome, pode me chamar de, pode chamar me, pode chamar me de, "
        "podes chamar me, podes chamar me de, podes me chamar de, pode chamar de, "
        "pode me chamar, me chama de, me chame de, chama me, chame me, chama me de, "
        "chame me de, me chamam de, todos me chamam de, todo mundo me chama de, "
        "meus amigos me chamam de, minha mae me chama de, em casa me chamam de, "
        "podes tratar me por, pode tratar me por, trata me por, meu apelido e, apelido, "
        "sou conhecido como, sou conhecida como"
    ),
    greetings=(
        "oi, oii, ola, oie, opa, eae, e ai, bom dia, boa tarde, boa noite, tudo bem, prazer, "
        "muito prazer, sim, claro, bom, bem, hum, obrigado, obrigada, por favor, pfv, kkk, kk, "
        "rs, oi oi, ei, hey, hi, eai, fala, falae, salve, tudo bom, td bem, td bom, como vai, "
        "ok, beleza, blz, ah, oh, entao, com certeza, tranquilo"
    ),
    after_names=(
        "e meu nome, e o meu nome, e voce, e vc, e tu, e o seu, e o teu, qual o seu, "
        "qual e o seu, qual o teu, prazer, muito prazer, obrigado, obrigada, pfv, por favor, "
        "aqui, ta bom, ta otimo, kkk, rs, ao seu dispor"
    ),
    speaking=("tenho, sou, moro, estudo, eu, estou, voce, vc"),
    also_names=(
        "bem, vale, paz, luz, feliz, sol, mar, linda, clara, claro, bom, belo, bela, rei, "
        "santos, novo, triste, segredo, casa, ceu, amado, amada"
    ),
    not_names=(
        "eu, tu, ele, ela, voce, vc, vcs, nos, me, te, se, meu, minha, seu, sua, que, quem, "
        "como, quando, onde, porque, pq, qual, sou, es, sao, esta, estou, ta, to, nao, sim, "
        "nem, um, uma, mas, com, sem, em, no, na, tenho, tem, quero, quer, posso, pode, sei, "
        "dizer, digo, nada, ninguem, nenhum, nome, chamo, importa, ajuda, menu, voltar, oi, "
        "ola, obrigado, obrigada, cansado, cansada, bem, mal, doente, triste, feliz, contente, "
        "ocupado, ocupada, aqui, novo, nova, estudante, aluno, aluna, menino, menina, homem, "
        "mulher, rapaz, rapariga, mentor, mentora, muito, mais, ja, agora, hoje, pessoa, "
        "errado, errada, numero, isso, isto, anos, segredo, casa, escola, trabalho, coisa, "
        "tudo, algo, alguem, dois, para, pra, por, ok, beleza, dirigindo, depois, mensagem, "
        "automatica, disponivel, reuniao, aula, antes, sempre, nunca, tambem, mesmo, mesma, "
        "igual, depende, adivinha, pergunta, diga, falar, quiser, tinha, temos, eles, elas, "
        "nossa, nosso, privado, anonimo, sabe, sabes, logo, mae, pai, irmao, irma, amigo, "
        "amiga, professor, professora, robo, bot, golpe, spam, estranho, medo, interessa, "
        "esse, essa, este, desse, dessa, dele, dela, ao, aos, pelo, pela, ser, ter, fazer, "
        "amanha, tarde, noite, complicado, talvez, maior, menor"
    ),
    particles="de, do, da, dos, das, e",
    months=(
        "janeiro, jan, janero",
        "fevereiro, fev, fevereirro, feverero, feb",
        "março, mar",
        "abril, abr",
        "maio, mai",
        "junho, jun",
        "julho, jul",
        "agosto, ago",
        "setembro, set, sept",
        "outubro, out, otubro",
        "novembro, nov",
        "dezembro, dez, desembro",
    ),
    weekdays=(
        "segunda feira, segunda, seg, 2a feira, 2a, segundafeira, 2 feira",
        "terca feira, terca, ter, 3a feira, tersa, tersa feira, 3 feira",
        "quarta feira, quarta, qua, 4a feira, 4 feira",
        "quinta feira, quinta, qui, 5a feira, 5 feira, kinta",
        "sexta feira, sexta, sex, 6a feira, 6 feira, sesta",
        "sabado, sab, savado",
        "domingo, dom, domigo",
    ),
    days={
        0: "hoje, hj, oje, hoj",
        1: (
            "amanha, amanhã, amnh, amn, amnha, amanh, manha cedo, o dia seguinte, dia seguinte, "
            "no dia seguinte"
        ),
        2: (
            "depois de amanha, depois damanha, depois d amanha, dps d amanha, dps damanha, "
            "dps de amanha, dps de amn"
        ),
        -1: "ontem, a vespera, vespera",
        -2: "anteontem, antes de ontem",
    },
    parts={
        "morning": (
            "da manha, de manha, pela manha, na manha, a manha, manha, de madrugada, "
            "da madrugada, madrugada, cedo, de manhazinha, pelas manhas"
        ),
        "afternoon": "da tarde, de tarde, a tarde, pela tarde, na tarde, tarde, tardinha",
        "evening": "ao anoitecer, fim de tarde, no fim da tarde",
        "night": "da noite, de noite, a noite, pela noite, na noite, noite, noitinha",
    },
    units={
        "second": "segundos, segs",
        "minute": "minuto, minutos, min, mins",
        "hour": "hora, horas, hrs, hr",
        "day": "dia, dias",
        "week": "semana, semanas, sem, smana",
        "fortnight": "quinzena",
        "weekend": "fim de semana, fds, finde, final de semana",
        "month": "mes, meses",
        "year": "ano, anos",
    },
    feasts=FEASTS["pt"],
    signs={
        "tonight": (
            "esta noite, hoje a noite, hj a noite, desta noite, nesta noite, essa noite, "
            "hoje de noite"
        ),
        "now": (
            "agora, agora mesmo, ja ja, logo agora, o mais rapido possivel, assim que possivel, "
            "o quanto antes, imediatamente, neste momento, o mais cedo possivel, quanto antes, "
            "agr"
        ),
        "noon": "meiodia, meio dia, ao meio dia, do meio dia",
        "midnight": "meia noite, a meia noite, da meia noite",
        "next": (
            "proximo, proxima, prox, que vem, q vem, k vem, seguinte, que entra, prossima, prosimo"
        ),
        "coming": "este proximo",
        "this": "este, esta, desta, deste, nesta, neste, essa, esse, dessa, desse",
        "last": "passado, passada, ultimo, ultima",
        "in": "em, dentro de, daqui a, daqui, de aqui a, dentro, daki a, em uns, em umas",
        "ago": "ha, atras, faz",
        "later": "depois, mais tarde, a partir de agora, a partir de hoje, a contar de hoje",
        "end": (
            "ultimo dia de, ultimo dia do, fim, final, finais, no fim, ao fim, ao final, "
            "no final, fins, em finais"
        ),
        "start": "inicio, comeco, no inicio, no comeco, principio, em inicio",
        "middle": "meados, em meados, meio, no meio",
        "eod": (
            "final do dia, ao final do dia, fim do dia, ao fim do dia, no fim do dia, "
            "no final do dia"
        ),
        "at": (
            "as, a, pelas, por volta das, la pelas, umas, por volta de, a partir das, "
            "cerca das, perto das, la pras, das"
        ),
        "on": "dia, no, o, na",
        "by": (
            "para, pra, ate, antes, sobre, desde, ate o, ate a, antes de, antes do, pro, acho, "
            "talvez, mais ou menos, no maximo, para o, acho que, pra o, ate no, ate dia, "
            "ate o dia"
        ),
        "of": "de, do, da, ao, dos",
        "a": "um, uma",
        "couple": "par de, um par de",
        "half": "meia",
        "quarter": "quarto, um quarto",
        "past": "passadas",
        "to": "para as, pras, pra as, para a",
        "less": "menos",
        "and": "e",
        "hour": "horas, hora, h, hs, em ponto, hrs",
        "am": "am, a m",
        "pm": "pm, p m",
        "or": "ou",
        "not": "nao, exceto, nunca, nem, salvo, n",
        "every": (
            "cada, todo, toda, todos, todas, todos os, todas as, aos, sempre, normalmente, "
            "sabados, domingos, manhas, tardes, noites, segundas, tercas, quartas, quintas, "
            "sextas, todo dia, nas"
        ),
        "doubtful": (
            "seg, ter, qua, qui, sex, dom, segunda, terca, quarta, quinta, sexta, sesta, 2a, "
            "tersa, kinta"
        ),
        "bounds": (
            "ate, antes, ate o, ate a, antes de, antes do, ate no, ate dia, ate o dia, desde, "
            "depois, no maximo, passadas"
        ),
        "zone": "horario de, hora de, hora local, seu horario, meu horario, horario local",
    },
    not_english=(
        "a, an, as, no, do, me, come, dos, on, i, y, em, so, time, past, nor, to, of, is, am i, "
        "ate, late, all, any, o, u, mar, mate, tue, ya, na, sun, sat, set, real, sum, out, mo, mos"
    ),
)
