import SourceText

/// Heads of columns and headings in other languages and in looser words, for what `changebook policy
/// --suggest` proposes. They make no table one that is read: only what somebody takes over into the
/// settings does.
enum SuggestedHeads {
  static func heads(of column: ColumnKey) -> [String] { heads[column] ?? [] }
  static func headings(of table: TableKey) -> [String] { headings[table] ?? [] }

  private static let heads: [ColumnKey: [String]] = folded([
    .type:
      "änderungsart|art der änderung|änderungstyp|changetyp|type de changement|tipo de cambio|変更タイプ|変更種別|タイプ|种类|变更类型|değişiklik türü",
    .description:
      "beschreibung|erläuterung|hinweis|bemerkung|remarque|descripción|説明|内容|描述|备注|açıklama",
    .approval:
      "process|approval and rules|freigabe|genehmigung|genehmigt durch|freigabe durch|approbation|aprobación|approbateur|承認|承認者|承認レベル|审批要求|审批人|onay",
    .leadTime:
      "vorlaufzeit|vorlauf|frist|délai|préavis|plazo|antelación|リードタイム|準備期間|提前期|hazırlık süresi",
    .riskLevel:
      "risikostufe|risiko|risikoklasse|niveau de risque|nivel de riesgo|リスク|リスクレベル|リスク区分|风险级别|risk seviyesi",
    .criteria: "kriterien|merkmale|bedeutung|critères|criterios|基準|定義|判断基準|标准|ölçüt",
    .examples: "beispiele|beispiel|exemples|ejemplos|例|örnekler",
    .change: "änderung|standardänderung|changement|cambio|変更名|変更内容|değişiklik",
    .conditions: "bedingungen|voraussetzungen|conditions préalables|condiciones|条件|実施条件|koşullar",
    .field: "angabe|feld|pflichtangabe|champ|campo|項目|セクション|字段|alan",
    .requiredFor:
      "erforderlich für|pflicht für|pflicht|requis pour|obligatoire pour|obligatorio para|必須 任意|必須|対象タイプ|必填|zorunlu",
    .reviewers: "prüfer|anzahl prüfer|réviseurs|revisores|レビュアー数|レビュー人数",
    .securityReview: "sicherheitsprüfung|revue de sécurité|revisión de seguridad|セキュリティレビュー",
    .category: "bereich|gegenstand|kategorie|catégorie|categoría|変更対象|対象|分类",
    .environment: "umgebung|environnement|entorno|環境|环境|ortam",
    .purpose: "対象|zweck|verwendung|objet|propósito|用途|目的|適用対象|备考|备注|amaç",
    .window: "fenster|wartungsfenster|fenêtre|ventana|ウィンドウ|枠|窗口|pencere",
    .time: "zeit|uhrzeit|zeiten|heures|horaire|horario|時間|時間帯|可能時間帯|时间|执行窗口|saat",
    .days: "tage|wochentag|wochentage|jours|días|曜日|星期|günler",
    .appliesTo: "gilt für|für|s applique à|aplica a|対象変更|适用于",
    .period: "zeitraum|sperrzeit|änderungssperre|période|periodo|período|期間名|凍結期間|名称|冻结期|dönem",
    .duration: "dauer|von bis|datum|dates de gel|fechas|期間|日付|日程|日期|tarihler",
    .changesAllowed:
      "zugelassen|erlaubt|ausnahmen|autorisé|exceptions permises|permitido|excepciones|許可|許可される変更|例外|允许|izin verilen",
    .metric: "kennzahl|messgröße|indicateur|indicador|指標|指标|gösterge",
    .target: "ziel|zielwert|objectif|cible|objetivo|meta|目標|目標値|目标|hedef",
    .measurement: "berechnung|messung|calcul|cálculo|計測方法|計測頻度|测量",
    .standard: "norm|standard und kontrolle|norme|norma|規格|标准编号",
    .requirement: "anforderung|exigence|requisito|要求事項|要求",
    .implementation: "umsetzung|mise en œuvre|implementación|実施方法|实施",
    .version: "fassung|versión|版|版数|バージョン|版本|sürüm",
    .date: "gültig ab|datum der fassung|fecha|改訂日|日付|发布日期|tarih",
    .changes: "änderungen|modifications|cambios|改訂内容|变更内容",
    .author: "autor|verfasser|auteur|作成者|作者|yazar",
  ])

  private static let headings: [TableKey: [String]] = folded([
    .types:
      "change classes|classes of change|kinds of change|change tiers|tiers|änderungsarten|änderungstypen|arten von änderungen|types de changement|tipos de cambio|変更タイプ|変更種別|变更分类|变更类型",
    .risks: "risiko|risikostufen|risques|riesgo|リスク|风险",
    .preApproved: "standardänderungen|changements standard|cambios estándar|標準変更|标准变更",
    .requiredFields: "pflichtangaben|informations requises|información obligatoria|必須項目|記載項目",
    .windows: "wartungsfenster|änderungsfenster|fenêtres|ventanas|ウィンドウ|実施時間|变更窗口",
    .freezes: "änderungssperre|sperrzeiten|gel des|congelación|ブラックアウト|凍結|冻结|封网",
    .targets: "kennzahlen|indicateurs|indicadores|指標|目標|指标",
    .environments: "umgebungen|environnements|entornos|環境",
    .versions: "änderungshistorie|versionen|historique|historial|改訂履歴|修订记录",
  ])

  private static func folded<Key: Hashable>(_ words: [Key: String]) -> [Key: [String]] {
    words.mapValues { $0.parts(at: "|").map(WordForm.fold) }
  }
}
