package resolve

import (
	"strings"

	"github.com/mozillazg/go-unidecode"
)

// Chinese writes the names of others with characters that sound like their
// syllables, a consonant without a vowel as one with a weak vowel: 克里斯蒂娜,
// ke-li-si-di-na. Its few syllables stand for many (the tables of Xinhua): j and q
// before i and a for k and g as well, x for s and h, r and l for each other.
var (
	characterInitials = map[string]sound{
		"b": sB | sV | sP, "p": sP | sB | sF, "m": sM, "f": sF | sV, "d": sD | sT, "t": sT | sD, "n": sN, "l": sL | sR, "g": sG | sK, "k": sK | sG | sX, "h": sH | sX | sG,
		"j": sJ | sK | sG | sZh | sZ, "q": sC | sK | sTs | sJ, "x": sS | sSh | sX | sH, "zh": sZh | sJ | sC | sZ, "ch": sC | sTs | sSh, "sh": sSh | sS, "r": sR | sZh | sJ,
		"z": sZ | sTs | sD, "c": sTs | sZ | sC, "s": sS | sZ | sSh | sT, "y": sY | sI | sJ, "w": sV | sU | sO}
	characterFinals = map[string][]sound{
		"a": {sA}, "o": {sO}, "e": {sE}, "i": {sI}, "u": {sU}, "v": {sU | sI}, "ai": {sA | sE | sI}, "ei": {sE | sI | sA}, "ao": {sA | sO | sU}, "ou": {sO | sU},
		"an": {sA | sE, sN | sM}, "en": {sE | sO | sA, sN | sM}, "ang": {sA | sO, sN}, "eng": {sE | sU | sO, sN}, "ong": {sO | sU, sN}, "ia": {sA}, "ie": {sE | sI}, "iao": {sA | sO | sU},
		"iu": {sY | sI, sU}, "ian": {sE | sA, sN}, "in": {sI | sE, sN | sM}, "iang": {sA | sO, sN}, "ing": {sI | sE, sN}, "iong": {sO | sU, sN}, "ua": {sU | sV, sA}, "uo": {sO | sA},
		"uai": {sU | sV, sA | sE | sI}, "ui": {sU | sV | sE | sI}, "uan": {sU | sV, sA | sE, sN}, "un": {sU | sE | sO, sN | sM}, "uang": {sU | sV, sA | sO, sN}, "ue": {sE | sU | sO}, "ve": {sE | sU | sO}}
)

// characterReadings are characters of names whose reading is another than that of
// the general transliteration.
var characterReadings = pairs("卡 ka 娜 na 宁 ning 寧 ning 茜 xi 朴 pu 扎 zha 什 shi 触 chu 仇 qiu 单 shan 單 shan 解 xie 曾 zeng 查 zha 翟 zhai 覃 qin 缪 miao 繆 miao 冼 xian 万 wan 萬 wan 盖 gai 蓋 gai 伽 jia 若 ruo 佛 fo 咖 ka 莎 sha 蒂 di 妮 ni 乐 le 樂 le 区 ou 區 ou")

// readCharacter returns the pinyin of a character.
func readCharacter(r rune) string {
	if p := characterReadings[r]; p != "" {
		return p
	}
	return strings.Map(letter, strings.ToLower(unidecode.Unidecode(string(r))))
}

// readCharacters returns the pinyin of characters, and what they sound like as
// the syllables of another language's name.
func readCharacters(rs []rune) (pinyin string, out []sound) {
	for _, r := range rs {
		syllable := readCharacter(r)
		pinyin += syllable
		n := 0
		for n < len(syllable) && strings.IndexByte("aeiouv", syllable[n]) < 0 {
			n++
		}
		initial, final := syllable[:n], syllable[n:]
		switch {
		case syllable == "er":
			out = append(out, sR|sL)
			continue
		case initial == "y" && final[:min(1, len(final))] == "i", initial == "w" && final == "u": // yi, yin, wu
		case initial == "y" && final[:min(1, len(final))] == "u": // yu, yue, yuan
			out = append(out, sY|sI|sJ)
		case initial != "":
			out = append(out, characterInitials[initial])
		}
		out = append(out, characterFinals[final]...)
	}
	return pinyin, out
}

// simplified holds characters of names in their traditional and their simplified
// forms, and those of Japan.
var simplified = func() map[rune]rune {
	m := map[rune]rune{}
	for _, pair := range strings.Fields(`張张 陳陈 劉刘 楊杨 趙赵 黃黄 吳吴 孫孙 馬马 鄭郑 謝谢 許许 鄧邓 馮冯 蕭萧 蔣蒋 葉叶 呂吕 盧卢 鍾钟 鐘钟 陸陆 賈贾 鄒邹 閻阎 龍龙 萬万 錢钱 湯汤 賴赖 譚谭 龐庞 顏颜 韓韩 蘇苏 關关 羅罗 紀纪 歐欧 陽阳 鮑鲍 齊齐 嚴严 華华 喬乔 鞏巩 連连 澤泽 東东 國国
		偉伟 強强 軍军 鄉乡 鵬鹏 飛飞 傑杰 倫伦 麗丽 蘭兰 鳳凤 鴻鸿 寶宝 寧宁 遠远 達达 運运 選选 進进 邁迈 遙遥 鋒锋 鋼钢 銘铭 銳锐 錦锦 鎮镇 長长 門门 開开 間间 閩闽 隊队 陰阴 際际 隨随 險险 雙双 雞鸡 離离 難难 雲云 電电 靜静 頂顶 順顺 須须 頌颂 預预 領领
		頭头 題题 類类 風风 飯饭 館馆 馳驰 駿骏 驊骅 驥骥 魯鲁 鮮鲜 鳥鸟 鷹鹰 麥麦 黨党 齡龄 儀仪 億亿 優优 兒儿 兩两 冊册 凱凯 劍剑 務务 動动 勝胜 勞劳 勵励 協协 單单 衛卫 參参 員员 啟启 啓启 喚唤 嘯啸 園园 圓圆 團团 堅坚 報报 場场 塵尘 壯壮 壽寿 夢梦 奧奥
		奮奋 婦妇 嬌娇 嬋婵 學学 實实 審审 寬宽 將将 專专 導导 尋寻 對对 屆届 嶺岭 嶽岳 幹干 庫库 廠厂 廣广 廬庐 廳厅 彌弥 彙汇 後后 從从 復复 徵征 慶庆 憲宪 應应 懷怀 戰战 戲戏 戶户 揚扬 擁拥 擇择 據据 擴扩 敵敌 斂敛 時时 晉晋 曉晓 暉晖 書书 會会 朧胧 條条
		來来 楓枫 榮荣 構构 槍枪 樂乐 樓楼 標标 樞枢 樹树 橋桥 機机 權权 歡欢 歲岁 歷历 歸归 殺杀 氣气 漢汉 決决 沖冲 況况 洶汹 浹浃 涼凉 淚泪 淵渊 淺浅 渾浑 溫温 滄沧 滬沪 潔洁 潤润 濟济 濤涛 濱滨 瀏浏 瀾澜 灣湾 煒炜 煙烟 煥焕 燁烨 燈灯 營营 爍烁 爾尔 牆墙
		獨独 獲获 瑩莹 瑪玛 璣玑 環环 瓊琼 畫画 當当 療疗 發发 盜盗 盡尽 監监 盤盘 眾众 礎础 禮礼 禎祯 種种 稱称 穎颖 積积 穩稳 窮穷 筆笔 節节 範范 築筑 簡简 籌筹 糧粮 約约 紅红 純纯 紐纽 紹绍 終终 組组 結结 絕绝 給给 統统 經经 綠绿 維维 綱纲 網网 緒绪 線线
		緣缘 練练 縣县 縱纵 總总 織织 繼继 續续 纓缨 義义 習习 聖圣 聞闻 聯联 聰聪 聲声 肅肃 興兴 舉举 艷艳 藝艺 莊庄 莖茎 葦苇 蒼苍 蓋盖 蓮莲 蔭荫 薩萨 藍蓝 藥药 蘆芦 處处 號号 蟬蝉 術术 補补 裝装 見见 規规 視视 親亲 覺觉 觀观 計计 訊讯 記记 訪访 設设 詠咏
		評评 詩诗 誠诚 語语 說说 誼谊 調调 談谈 請请 論论 諾诺 謀谋 謙谦 講讲 謹谨 證证 識识 譯译 議议 護护 譽誉 讓让 豐丰 財财 貢贡 貴贵 貝贝 賀贺 賓宾 賢贤 質质 贊赞 車车 軒轩 輝辉 輪轮 轉转 辦办 農农 邊边 郵邮 鄰邻 醫医 釋释 針针 鈞钧 鈴铃 鉉铉 銀银 鑒鉴
		鑰钥 闊阔 闡阐 沢泽 広广 斎斋 齋斋 斉齐 浜滨 辺边 桜樱 櫻樱 栄荣 実实 恵惠 豊丰 竜龙 滝泷 瀧泷 県县 団团 対对 髙高 﨑崎 嶋岛 島岛 嶌岛 仏佛 伝传 傳传 児儿 剣剑 塩盐 鹽盐 変变 壱壹 徳德 応应 歩步 気气 浄净 淨净 渋涩 澁涩 眞真 穂穗 緑绿 聡聪 芸艺 薫薰
		覚觉 観观 鉄铁 鐵铁 関关 黒黑 檜桧`) {
		rs := []rune(pair)
		m[rs[0]] = rs[1]
	}
	return m
}()

// sameCharacters tells whether two words are the same characters, be they
// traditional or simplified.
func sameCharacters(a, b string) bool {
	one := func(r rune) rune {
		if s := simplified[r]; s != 0 {
			return s
		}
		return r
	}
	return strings.Map(one, a) == strings.Map(one, b)
}
