/// A share as a bar, in inline SVG. It is hidden from screen readers, because the text next to it gives the share.
func shareBar(_ share: Double) -> [UInt8] {
  let thousandths = Int((min(max(share.isFinite ? share : 0, 0), 1) * 1000).rounded())
  let percent = String(thousandths / 10) + "." + String(thousandths % 10)
  return Array(
    """
    <svg class="share" aria-hidden="true" width="100%" height="12" fill="currentColor">\
    <rect x="0" y="0" width="100%" height="12" fill-opacity="0.15"/>\
    <rect x="0" y="0" width="\(percent)%" height="12"/></svg>
    """.utf8)
}
