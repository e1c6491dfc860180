/// questions/<id>.svg: the chart of a question's answers.
enum ChartFile {
  static func files(of site: Site) -> [OutputFile] {
    site.sheet.answeredQuestions.filter(site.hasChartFile).map { answered in
      OutputFile(path: Address.question(answered.question.id, as: "svg")) {
        site.chart(of: answered).map { StandaloneChart.bytes(of: $0, site.colours.ofCharts) } ?? []
      }
    }
  }
}
