"""Spanish words."""

from flows.reading.words.feasts import FEASTS
from flows.reading.words.table import Table

TABLE = Table(
    numbers={
        0: "cero",
        1: "uno, un, una",
        2: "dos",
        3: "tres",
        4: "cuatro, quatro, cuatr",
        5: "cinco, sinco",
        6: "seis, seiz",
        7: "siete",
        8: "ocho, osho",
        9: "nueve",
        10: "diez, dies",
        11: "once",
        12: "doce, dose",
        13: "trece, trese",
        14: "catorce, catorse",
        15: "quince, quinse",
        16: "dieciseis, diez y seis, diesiseis",
        17: "diecisiete, diez y siete, diesisiete",
        18: "dieciocho, diez y ocho, diesiocho",
        19: "diecinueve, diez y nueve, diesinueve",
        20: "veinte",
        21: "veintiuno, veintiun, veintiuna, ventiuno",
        22: "veintidos, ventidos",
        23: "veintitres, ventitres",
        24: "veinticuatro, venticuatro",
        25: "veinticinco, venticinco",
        26: "veintiseis, ventiseis",
        27: "veintisiete, ventisiete",
        28: "veintiocho, ventiocho",
        29: "veintinueve, ventinueve",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
        1000: "mil",
    },
    ordinals={
        1: "primero, primera, primer, primeros, primeras",
        2: "segundo, segunda",
        3: "tercero, tercera, tercer",
        4: "cuarto, cuarta",
        5: "quinto, quinta",
        6: "sexto, sexta",
        7: "septimo, septima",
        8: "octavo, octava",
        9: "noveno, novena",
        10: "decimo, decima",
    },
    joins="y, e, i, mas, tambien, con",
    eithers="o, u, a",
    picking=(
        "numeros, diria, que, un, una, uno, meh, "
        "mis, tus, sus, "
        "numero, num, nro, no, nr, opcion, opciones, op, el, la, lo, los, las, es, la de, creo, "
        "que, quiero, elijo, escojo, prefiero, pongo, diria, yo, me, seria, sera, con, por, "
        "favor, porfa, xfa, pf, gracias, graxias, pues, bueno, mmm, eh, tal, vez, quizas, "
        "supongo, respuesta, un, una, de, mi, voy, quedo, hola, ok, nota, puntuacion, "
        "calificacion, le, doy, daria, solido, buen"
    ),
    pointers="el, la, lo, opcion, numero, mi",
    negations=("no, ni, nunca, tampoco, sin, menos, excepto, salvo, en vez de, en lugar de"),
    contrasts=(
        "pero, excepto, salvo, menos, sino, aunque, en cambio, a menos, solo, si no, cuando, hasta"
    ),
    ands="y, e",
    yes=(
        "asi mero, asi merito, a este mismo, este mismo, super segura, super seguro, muy segura, "
        "muy seguro, "
        "no puedo esperar, no veo la hora, "
        "sipi, oki doki, oki, ps bueno, x mi si, x mi, me viene bien, me viene muy bien, viene "
        "bien, con todo gusto, "
        "obvio que si, obvio q si, claro q si, si, sii, sip, sep, zi, s, see, sisi, si si, "
        "si por favor, si porfa, sí, claro, "
        "claro que si, por supuesto, xsupuesto, desde luego, dale, vale, bale, ok, okey, oki, "
        "okay, okei, va, ba, venga, bueno, bno, buenisimo, de una, de acuerdo, deacuerdo, "
        "esta bien, ta bien, sta bien, estabien, todo bien, me parece, me parece bien, me late, "
        "sale, sale y vale, orale, andale, simon, listo, perfecto, genial, super, excelente, "
        "estupendo, correcto, cierto, verdad, verdadero, afirmativo, acepto, aceptado, quiero, "
        "si quiero, me gustaria, me encantaria, con gusto, con mucho gusto, encantado, "
        "encantada, como no, por que no, xq no, porque no, pq no, adelante, obvio, obviamente, "
        "seguro, segurisimo, sin duda, exacto, exactamente, eso, eso es, asi es, vamos, bien, "
        "muy bien, estoy de acuerdo, me apunto, me va bien, me sirve, me viene bien, hecho, "
        "no hay problema, ningun problema, sin problema, no me importa, no me molesta, "
        "no importa, ya, ya pues, pues si, creo que si, yo si, confirmo, confirmado, "
        "efectivamente, trato hecho, puedo, si puedo, joya, chevere, bacano, guay, "
        "correcta, ni lo dudes, no pasa nada, sin ninguna duda, sin dudas, claro que quiero, "
        "cmo no, komo no, kmo no, yo tambien, si quiero, si puedo, por mi si, por mi bien, "
        "si claro, ok va, "
        "va que va, sin falta, con gusto si, chido, padre, buena idea, "
        "suena bien, me encanta, me gusta, "
        "esta perfecto, esta correcto, es correcto, todo correcto, continua, continuar, "
        "continuemos, sigue, seguimos, prosigue, puedes seguir, lo quiero, lo hago, me va, "
        "me cuadra, me acomoda, ahi estare, alli estare, alla estare, ahi nos vemos, "
        "alla nos vemos, cuenten conmigo, cuenta conmigo, estoy listo, estoy lista, "
        "estoy dentro, estoy seguro, estoy segura, me queda bien, me queda perfecto, me queda, "
        "okis, oka, ese es, esa es, ese mismo, esa misma, eso mismo, por mi parte si, "
        "de mi parte si, sin problemas, sin problema alguno, autorizo, "
        "les doy permiso, le doy permiso, te doy permiso, doy permiso, pueden, puedes, puede, "
        "claro que pueden, claro que puedes, escribanme, "
        "escribeme, pueden escribirme, puedes escribirme, puede escribirme, a huevo, ahuevo, "
        "simonas, arre, fierro, jalo, va pues, ta weno, sta bueno, esta bueno, con todo gusto, "
        "encantadisimo, acepto gustoso, faltaba mas, desde ya, ya quedo, cierto que si, si es, "
        "si soy, soy yo, estamos, estamos de acuerdo, cuenten con ello, hagamoslo, hagale, "
        "dele, metale, listo pues, me animo, le entro, me anoto, me sumo, conforme, "
        "todo en orden, todo ok, todo perfecto, esta perfecto asi, que si, digo que si, "
        "yo digo que si, mi respuesta es si, afirmo, es verdad, es cierto, tienes razon, "
        "tiene razon, totalmente, absolutamente, efectivo, positivo, cabal, sale pues, "
        "sale vale"
    ),
    no=(
        "no me deja, no me dejan, no me dan permiso, "
        "no del todo, no totalmente, no por completo, "
        "no, n, nop, nope, noo, nel, nah, na, nones, nop nop, no gracias, no grasias, "
        "para nada, nunca, jamas, ni hablar, ni loco, ni loca, ni de broma, ni en sueños, "
        "tampoco, negativo, en absoluto, de ninguna manera, de ningun modo, que va, ahora no, "
        "ahora no puedo, ahorita no puedo, "
        "hoy no, todavia no, aun no, mejor no, no quiero, claro que no, por supuesto que no, "
        "desde luego que no, creo que no, no creo, no lo creo, yo no, no soy yo, falso, "
        "incorrecto, no puedo, no me interesa, no me gusta, no estoy de acuerdo, no acepto, "
        "rechazo, discrepo, me niego, no esta bien, no va, no vale, pues no, no por ahora, "
        "por ahora no, por el momento no, de eso nada, "
        "nanay, como que si, ya no, ya fue, mal, esta mal, eso esta mal, me va mal, "
        "me viene mal, obviamente no, claro no, incorrecta, equivocado, equivocada, error, "
        "dejalo ya, vamos a dejarlo, "
        "dejad de escribirme, deja de escribirme, dejen de escribirme, no me escriban, "
        "estoy bien gracias, estoy bien asi, asi no, asi no es, eso no, "
        "eso no es, no es, no asi, ni de chiste, ni muerto, ni muerta, que no, "
        "va a ser que no, no es correcto, no es asi, no es verdad, de ningun modo, "
        "sigo sin poder, imposible, realmente no, no realmente, no mucho, no del todo, no tanto, "
        "no por el momento, no de momento, no me es posible, no es posible, no me queda, "
        "no me queda bien, no me cuadra, no fue eso, no dije eso, no era eso, no autorizo, "
        "no tengo interes, no podre, no podria, no podemos, no se puede, no hace falta, "
        "no es necesario, no necesito, no lo necesito, no es para mi, no es lo mio, "
        "no me apetece, no tengo ganas, no estoy interesado, no estoy interesada, me opongo, "
        "niego, lo dudo, dudo, ni pensarlo, ni de coña, ni de onda, nel pastel, nelson, "
        "nop gracias, nah gracias, paso de eso, quiza no, tal vez no, quizas no, igual no, "
        "otro dia no, ya no quiero, ya no puedo, ese no, esa no, ese no es, esa no es, "
        "fecha equivocada, hora equivocada, dia equivocado, el dia equivocado, nada de eso, "
        "en ningun caso, bajo ningun concepto, no hay manera, no hay forma, dejame en paz, "
        "dejenme en paz, no molesten, no moleste, ahorita no, por ahorita no"
    ),
    soft=(
        "ok, okey, oki, okay, okei, vale, bale, bien, muy bien, bueno, bno, esta bien, "
        "ta bien, sta bien, estabien, todo bien, no pasa nada, no hay problema, "
        "no importa, listo"
    ),
    assents=(
        "de acuerdo, deacuerdo, estoy de acuerdo, dale, va, ba, venga, ok va, va que va, "
        "trato hecho, hecho, me parece, me parece bien, me late, sale, sale y vale, orale, "
        "andale, de una, me apunto, acepto, perfecto, adelante, vamos, suena bien, buena idea, "
        "por mi si, por mi bien, x mi si, me va bien, me viene bien, me sirve, como no, oki doki"
    ),
    content=(
        "tranquilo, tranquila, tranquilos, tranqui, todo tranquilo, tranquilo todo bien, estoy "
        "bien, toy bien, estamos bien, todo bien por aqui, ando bien, muy bien aqui"
    ),
    endings=(
        "paren, pares, pare, dejen, dejes, den de baja, dar de baja, parar, para, basta, salir, "
        "irme, dejarlo, cancelar, terminar, acabar, perder, "
        "darme de baja, adios, chao, chau"
    ),
    later=(
        "luego, mas tarde, despues, ahora no, ahorita no, ahora no puedo, ahorita no puedo, "
        "un minuto, dame un minuto, dame un momento, dame un rato, un segundo, por ahora no, "
        "otro momento, en otro momento, otro rato, al rato, mas al rato, espera, espere, "
        "un momento, dame un segundo, dejame pensar, lo pienso, tengo que pensarlo, manana, "
        "preguntame luego, ya mas tarde, "
        "preguntame mañana, preguntame despues, mañana te digo, te digo mañana, "
        "luego te digo, mañana te contesto, te contesto mañana, mañana te aviso, "
        "te aviso mañana, escribeme mañana, mandame mensaje mañana, mañana respondo, "
        "preguntame otro dia, preguntame el lunes, mejor mañana"
    ),
    busy=("no tengo tiempo, sin tiempo, ando ocupado, ando ocupada, estoy ocupado, estoy ocupada"),
    yet="hoy no, no hoy, esta semana no, todavia no, aun no, todavia no pues",
    texts=(
        "escribir, escribirme, escribiendo, escribiendome, mensajes, textos, mandar, mandarme, de, "
        "me, los, la, lista, den, dar"
    ),
    machines=(
        "estoy conduciendo, estoy manejando, modo no molestar, respuesta automatica, "
        "mensaje automatico, fuera de la oficina, no se monitorea, no acepta mensajes, "
        "no recibe mensajes, fuera de servicio, te llamo luego, te llamare mas tarde, "
        "no puedo hablar ahora, enviado desde mi, gracias por contactar, "
        "gracias por comunicarse, gracias por su mensaje, en breve le, marque 1"
    ),
    asks=(
        "que es, que significa, que hay, que tipo, que pasa, que quieres, que quiere, "
        "que quieren, que haces, quien, quienes, como, cuando, donde, cuanto, cuanta, cuantos, "
        "cuantas, cual, cuales, por que, para que, es gratis, hay que, tengo que, puedo, puedes, "
        "podrias, puede usted, puedo preguntar, cuanto dura, cuanto cuesta, cuanto tarda, "
        "quien ve, quien lee, quien eres, quienes son, que es esto, que significa eso, "
        "por que quieren, por que preguntan, como funciona, es gratis esto, cuando empieza, "
        "es obligatorio, eres, eres un, eres una, es usted, hablo con, estoy hablando con"
    ),
    unsure=(
        "cero, saltar, salta, saltatela, saltar esta, saltalo, siguiente, paso, pasar, pasa, "
        "pasapalabra, no se, nose, no c, no sep, nosé, ns, nc, ns nc, nsnc, ni idea, "
        "no tengo idea, ni la menor idea, no lo se, nolose, no lose, no se decir, "
        "no estoy seguro, no estoy segura, no toy seguro, no seguro, no sabria decir, "
        "no sabria, quien sabe, sepa, no contesto, sin respuesta, prefiero no decir, "
        "prefiero no decirlo, prefiero no contestar, no quiero decir, no quiero contestar, "
        "nada, ninguno, ninguna, dejalo, dejarlo, dejarlo asi, lo dejo, dejar, "
        "dejar asi, da igual, me da igual, yo que se, "
        "yoqse, no recuerdo, no me acuerdo, no entiendo, depende, tal vez, talvez, quizas, "
        "quiza, puede ser, a lo mejor, capaz, omitir"
    ),
    fails=(
        "no funciona, no funcionan, no me funciona, no sirve, no sirven, no anda, no jala, no va, "
        "no abre, no carga, no prende, nunca contesta, no contesta, nunca responde, no responde, "
        "no vale, no esta bien"
    ),
    doubts=(
        "ya que, bueno ya que, pues ya que, venga ya, anda ya, bien hecho, ya mero, ya merito, ya "
        "casi, "
        "que bueno, que bien, que padre, que lindo, que bonito, que chevere, que guay, ah que "
        "bien, ah que bueno, "
        "todavia no lo se, aun no lo se, todavia no se, aun no se, todavia no sabemos, aun no "
        "sabemos, no sabemos, todavia no decido, aun no decido, todavia no decidimos, aun no "
        "decidimos, no hemos decidido, todavia no hemos decidido, aun no hemos decidido, no he "
        "decidido, todavia no he decidido, aun no he decidido, no lo he decidido, no lo hemos "
        "decidido, no lo tengo claro, no estoy convencido, no estoy convencida, todavia no "
        "estoy seguro, todavia no estoy segura, aun no estoy seguro, aun no estoy segura, "
        "todavia no estoy convencido, todavia no estoy convencida, no nos decidimos, no me "
        "decido, "
        "sin quejas, ninguna queja, "
        "me vale, me vale madre, me vale gorro, me da igual, me da lo mismo, da igual, "
        "igual me da, mas o menos, masomenos, no me entendiste, no me entiendes, no me entendio, "
        "no entiendes, "
        "no entendi, "
        "no entiendo, no me entienden, "
        "aunque, por mas que, o no, no es que, no es porque, no digo que, no puedo decir que no, "
        "no te puedo decir que no, no quise decir, no queria decir, no quise decir eso, "
        "no me referia, no me referia a eso, yo no dije, yo no dije eso, nunca dije, "
        "nunca dije eso, yo nunca dije, no he dicho, no he dicho eso, era broma, es broma, "
        "fue broma, bromeaba, estaba bromeando, estoy bromeando, estaba jugando, "
        "sin querer, por error, a veces, de vez en cuando, lejos de, no esta, no esta aqui, "
        "todavia no se, aun no se, no muy, no tan, no tan seguido, no muy seguido, no tanto asi, "
        "no siempre, "
        "no todos los, no todas las, no todo, no exactamente, no paren, no pare, no pares, "
        "no dejen de, no dejes de, no deje de, no paren de, que paren, que pares, que pare, "
        "que dejen de, que se acabe, que se acaben, que termine, perderme, perdermelos, "
        "no quiero perder, menos seria, menos estaria, menos mensajes, menos seguido, ya aja, "
        "si como no, aja si"
    ),
    corrects=(
        "ups, uy, perdon, perdona, disculpa, sorry, me equivoque, me confundi, quise decir, "
        "queria decir, quiero decir, quise poner, digo, mejor, no mejor, mas bien, o sea, "
        "en realidad, de hecho, la verdad, error, error mio, correccion, espera, no espera, "
        "corrijo, rectifico, cambialo a, pon, ponle, mejor pon, mejor ponle"
    ),
    adds="tambien, tb, tbn, tmb, tmbn, ademas, otro, otra, agrega",
    reports="dije, dije que, yo dije, yo dije que, he dicho, he dicho que, ya dije, ya dije que",
    softeners=(
        "yo, pues, eh, mmm, hmm, la, verdad, ahora, todavia, aun, bueno, sinceramente, perdon, "
        "lo, siento, jaja, jeje, por, favor, porfa, gracias, esto, esta, ahorita, mismo, muy, "
        "bien, es, que, pregunta, de, momento, tio, tia, wey, q, el"
    ),
    willing=(
        "quiero, gusta, interesa, acuerdo, bien, ok, vale, puedo, creo, pienso, acepto, bueno, "
        "conviene, seguro, parece, apetece, deseo, correcto, cierto, verdad, voy, va, estoy, "
        "necesito, listo, lista, si, interesado, interesada, autorizo, permito, quisiera, "
        "podria, ganas, interes, gustaria, encanta, sirve, queda, cuadra, funciona, comodo, "
        "comoda, segura, aceptar, querer, consentir, participar, seguir, continuar"
    ),
    beside=(
        "gracias por todo, por todo, "
        "no te preocupes, no se preocupe, no se preocupen, no te apures, descuida, descuide, "
        "por preguntar, saludos, un saludo, atentamente, "
        "por favor, porfa, porfis, xfa, pf, plis, gracias, muchas gracias, mil gracias, mucho, "
        "muchisimo, tio, tia, wey, guey, hermano, bro, amigo, amiga, jaja, jajaja, jeje, xd, "
        "eh, ey, ah, oh, uy, pues, tambien, entonces, ahora, ya, asi, lo, la, el, ella, "
        "perdon, lo siento, disculpa, disculpe, hombre, mujer, senor, senora, entiendo, "
        "entendido, comprendo, recibido, nos vemos, nos vemos ahi, nos vemos alla, "
        "nos vemos entonces, hasta entonces, hasta luego, hasta pronto, si es posible, "
        "si se puede, si quieres, si quiere, si gustas"
    ),
    leads=(
        "dije, dije que, digo, digo que, he dicho, he dicho que, yo, pues, bueno, eh, mmm, ah, "
        "oh, creo, creo que, pienso que, me, es, esta, esto, eso, todo, muy, y, pero, entonces, "
        "que, la, verdad, es que, hola, lo, q, mi respuesta es, respuesta, te, yo digo, "
        "supongo que, supongo, diria que, jaja, por mi, para mi, de verdad, a mi, gracias, ay, "
        "uy, claro"
    ),
    not_yet=(
        "casi, en, in, pronto, cumplo, cumplire, hasta, no, menos, mas, mayor, menor, todavia, "
        "aun, voy, va, tendre, antes, alrededor, entre, aproximadamente, minimo, maximo, "
        "sobre, falta, faltan, cuando, proximo, hago, hare, hijo, hija, hermano, hermana, "
        "mama, papa, amigo, amiga, ella, el tiene, por cumplir, cumplen, pico, algo, si, dame"
    ),
    aged=(
        "anos, anitos, edad, tengo, medio, y, de, cumplidos, la edad de, ya, ups, error, "
        "me equivoque, equivoque, es que"
    ),
    born=("nacido en, nacida en, naci en, nacido, nacida, naci"),
    turned="acabo de cumplir, ya cumpli, cumpli, he cumplido, recien cumplidos, recien cumpli",
    counted=(
        "vez, veces, hora, horas, minuto, minutos, dia, dias, semana, semanas, mes, meses, "
        "ano, anos, cosa, cosas, reunion, reuniones, sesion, sesiones, persona, personas, "
        "de los, de las, de mis, y medio, y media, y pico, mas o menos, de la tarde, "
        "de la manana, palabras, pesos, euros, dolares, hijos, "
    ),
    named=(
        "me llamo, yo me llamo, mi nombre es, mi nombre, mi nonbre es, nombre, soy, yo soy, "
        "llamame, puedes llamarme, me puedes llamar, puedes decirme, me puedes decir, me dicen, "
        "todos me dicen, mis amigos me dicen, me llaman, todos me llaman, dime, dime solo, "
        "se me conoce como, aqui, es, m llamo, me yamo, soy la, soy el, yo soy la, yo soy el, "
        "me llamo la, me llamo el, me dicen la, me dicen el, me llaman la, me llaman el, "
        "aqui la, aqui el, es la, es el, habla, te habla, le habla, les habla, le saluda, "
        "te saluda, este es, esta es, soy yo"
    ),
    called=(
        "me llamo, yo me llamo, mi nombre es, mi nombre, mi nonbre es, nombre, llamame, "
        "llameme, puedes llamarme, me puedes llamar, me puede llamar, puede llamarme, "
        "puedes decirme, me puedes decir, puede decirme, dime, dime solo, digame, me dicen, "
        "todos me dicen, todo el mundo me dice, mis amigos me dicen, mis amigas me dicen, "
        "en casa me dicen, mi mama me dice, me llaman, todos me llaman, se me conoce como, "
        "m llamo, me yamo, mi apodo es, apodo, me llamo la, me llamo el, me dicen la, "
        "me dicen el, me llaman la, me llaman el"
    ),
    greetings=(
        "hola, ola, holaa, buenas, buenos dias, buenas tardes, buenas noches, buen dia, "
        "que tal, eh, pues, bueno, si, claro, gracias, mucho gusto, encantado, encantada, "
        "un gusto, por favor, porfa, jaja, q tal, k tal, qtal, que onda, q onda, que hubo, "
        "quiubo, q hubo, como estas, como esta, como va, como andas, muy buenas, ey, hey, hi, "
        "ok, vale, perfecto, ah, oh, pos, ok va, dale, claro que si, por supuesto"
    ),
    after_names=(
        "es mi nombre, y tu, y usted, y vos, y el tuyo, y tu nombre, y tu como te llamas, "
        "tu como te llamas, como te llamas tu, cual es el tuyo, mucho gusto, un gusto, "
        "encantado, encantada, gracias, porfa, por favor, me llamo, aqui, esta bien, "
        "a la orden, para servirle, para servirte, jaja, saludos"
    ),
    speaking=("tengo, soy, vivo, estudio, me, vengo, usted, tu, estoy"),
    also_names=(
        "vale, feliz, bien, paz, luz, sol, mar, alma, linda, clara, casas, mas, claro, rico, "
        "bueno, bella, reina, rey, santos, secreto, casa, triste, nada, "
        "perfecto, cielo, dale"
    ),
    not_names=(
        "yo, tu, el, ella, usted, me, te, se, lo, le, mi, su, que, quien, como, cuando, donde, "
        "por, porque, pq, xq, para, cual, es, son, soy, eres, esta, estoy, estas, no, si, ni, "
        "un, una, las, y, o, pero, con, sin, en, tengo, tienes, quiero, quieres, puedo, puedes, "
        "decir, digo, nada, nadie, ninguno, nombre, llamo, importa, ayuda, menu, atras, hola, "
        "gracias, cansado, cansada, bien, mal, aburrido, aburrida, enfermo, enferma, triste, "
        "feliz, contento, contenta, ocupado, ocupada, aqui, nuevo, nueva, estudiante, alumno, "
        "alumna, chico, chica, hombre, mujer, mentor, mentora, muy, mas, ya, ahora, hoy, nose, "
        "persona, equivocado, equivocada, numero, eso, esto, años, anos, secreto, casa, "
        "escuela, trabajo, saber, cosa, todo, algo, alguien, uno, dos, conduciendo, manejando, "
        "luego, despues, mensaje, automatico, disponible, ocupados, reunion, clase, antes, "
        "siempre, nunca, tampoco, tambien, mismo, misma, igual, depende, adivina, pregunta, "
        "preguntale, dime, diga, hablar, puede, quiere, tienen, tiene, nosotros, ellos, ellas, "
        "ustedes, vosotros, privado, anonimo, da, sabes, sabe, conoces, pronto, madre, padre, "
        "hermano, hermana, amigo, amiga, maestro, profesor, robot, bot, estafa, spam, raro, "
        "miedo, interesa, molesten, molestes, favor, esos, esas, ese, esa, este, estos, "
        "manana, tarde, noche, complicado, quizas, mayor, menor"
    ),
    particles="de, del, la, las, los, y, e",
    months=(
        "enero, ene",
        "febrero, feb, frebrero, febrro",
        "marzo, mar",
        "abril, abr",
        "mayo, may",
        "junio, jun",
        "julio, jul",
        "agosto, ago",
        "septiembre, setiembre, sept, sep, set, setienbre, septienbre",
        "octubre, oct",
        "noviembre, nov, novienbre",
        "diciembre, dic, disiembre, dicienbre",
    ),
    weekdays=(
        "lunes, lun, lunez",
        "martes, mar, martez",
        "miercoles, mierc, mier, mie, mircoles",
        "jueves, juev, jue, juebes",
        "viernes, vier, vie, biernes, bierns",
        "sabado, sab, savado",
        "domingo, dom, domigo",
    ),
    days={
        0: "hoy, oi",
        1: "mañana, manana, mñn, mnn, mñna, mnna, mñana, mna, el dia siguiente, dia siguiente",
        2: (
            "pasado mañana, pasado manana, pasao mañana, pasado mñn, pasao mñn, pasado mnn, "
            "pasao mnn, psdo mañana"
        ),
        -1: "ayer, la vispera, vispera",
        -2: "antes de ayer, anteayer, antier",
    },
    parts={
        "morning": (
            "a primera hora, primera hora, por la mañana, de la mañana, en la mañana, "
            "a la mañana, la mañana, temprano, "
            "madrugada, de la madrugada, por la mñn"
        ),
        "afternoon": "por la tarde, de la tarde, en la tarde, a la tarde, la tarde, tarde",
        "evening": "al anochecer, atardecer, al atardecer",
        "night": "por la noche, de la noche, en la noche, a la noche, la noche, noche",
    },
    units={
        "second": "segundos, seg, segs",
        "minute": "minuto, minutos, min, mins",
        "hour": "hora, horas, hr, hrs",
        "day": "dia, dias",
        "week": "semana, semanas, sem, semanita",
        "fortnight": "quincena, quincenas",
        "weekend": "fin de semana, finde, fines de semana, el finde",
        "month": "mes, meses",
        "year": "año, años, ano, anos",
    },
    feasts=FEASTS["es"],
    signs={
        "today": "esta mañana, esta manana, hoy por la mañana, hoy en la mañana",
        "lastnight": "anoche, ayer por la noche, ayer en la noche",
        "tonight": "esta noche, hoy noche",
        "now": (
            "ahora, ahora mismo, ahorita, aora, ya mismo, justo ahora, lo antes posible, "
            "cuanto antes, en este momento, lo mas pronto posible, tan pronto como sea posible, "
            "de inmediato"
        ),
        "noon": "mediodia, medio dia, al mediodia, del mediodia",
        "midnight": "medianoche, media noche, la medianoche",
        "next": (
            "proximo, proxima, prox, que viene, q viene, k viene, que entra, siguiente, prximo, "
            "proximos"
        ),
        "coming": "este proximo",
        "this": "este, esta, esto, ste, sta",
        "last": "pasado, pasada, ultimo, ultima",
        "in": "en, dentro de, de aqui a, en unos, en unas",
        "ago": "hace, atras",
        "later": "despues, mas tarde, a partir de ahora, a partir de hoy, desde hoy, desde ahora",
        "end": (
            "ultimo dia de, ultimo dia del, fin, final, finales, a finales, al final, fines, "
            "a fines, al finalizar, finalizar, al fin, termino"
        ),
        "start": "principio, principios, a principios, inicio, inicios, comienzo, comienzos",
        "middle": "mediados, a mediados, mitad",
        "eod": (
            "al final del dia, final del dia, fin del dia, al finalizar el dia, al terminar el dia"
        ),
        "at": (
            "a las, a la, a, las, a partir de las, a partir de la, a partir de, sobre las, cerca "
            "de las, hacia las, tipo, alrededor de las, como a las, tipo las, alas, de las"
        ),
        "on": "el, dia",
        "by": (
            "la, para, hasta, antes, sobre, desde, por, creo, quizas, mas o menos, para el, "
            "antes del, hasta el, en el, creo que, a mas tardar, tal vez"
        ),
        "of": "de, del, de el, al",
        "a": "un, una",
        "couple": "par de, un par de",
        "half": "media, medio",
        "quarter": "cuarto",
        "past": "pasadas",
        "to": "para las, para la, pa las",
        "less": "menos",
        "and": "y, con",
        "hour": "horas, hora, hs, hrs, h, en punto",
        "am": "am, a m",
        "pm": "pm, p m",
        "or": "o, u",
        "not": "no, excepto, nunca, tampoco, ni, salvo",
        "every": (
            "por las mañanas, mañanas, en las mañanas, por las tardes, por las noches, tardes, "
            "noches, cada, todos, todas, todos los, todas las, los, siempre, normalmente, "
            "sabados, domingos, diario"
        ),
        "doubtful": "mar",
        "bounds": ("antes, antes del, hasta, hasta el, desde, a mas tardar, despues, pasadas"),
        "zone": "hora de, hora local, tu hora, mi hora, su hora, hora del este, hora central",
    },
    not_english=(
        "a, an, as, y, no, me, he, ha, once, son, sin, sea, dan, come, do, time, to, on, i, is, "
        "o, yo, sep, et, ct, mt, pt, tale, mayor, past, late, all, any, mate, of, in, u, mar, "
        "pasado, ya, na, real, sun, sat, mo, mos"
    ),
)
