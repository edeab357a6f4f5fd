"""Codes of figures that contradict one another, the calendar or what is usual, and of targets."""

from bantin.problems.codes.code import Code

SUMS = {
    "sum-differs": Code(
        "Các phần cộng lại vượt quá tổng, hoặc không đủ tổng khi đã có đủ các phần.",
        "Người đọc sẽ tự cộng và thấy lệch. Xin so lại từng số với nguồn; hay gặp nhất là hai chữ số gõ đổi chỗ, như "
        "1.094 thay cho 1.049. Nguồn in lệch thì giữ nguyên số của nguồn.",
        contradiction=True,
    ),
    "rate-differs": Code(
        "Tỷ lệ không khớp với chính các con số tạo ra nó, dù đã tính đến việc làm tròn.",
        "Ví dụ 19/34 là 55,88%, không phải 57%. Xin xem lại từng số trong nguồn; không tự tính tỷ lệ thay cho nguồn.",
        contradiction=True,
    ),
    "rate-truncated": Code(
        "Tỷ lệ thấp hơn một chút so với các con số tạo ra nó, có lẽ vì nguồn bỏ phần lẻ.",
        "Ví dụ 19/34 là 55,88%, làm tròn là 56%, mà ghi 55%. Nếu nguồn in như vậy thì giữ nguyên.",
    ),
    "rate-of-no-count": Code(
        "Không số nguyên nào của mẫu số đã công bố cho ra tỷ lệ này.",
        "Ví dụ 90,59% của 1.210 hồ sơ: 1.096 hồ sơ là 90,58%, 1.097 hồ sơ đã là 90,66%. Có thể một chữ số bị gõ "
        "nhầm, hoặc nguồn tính tỷ lệ trên mẫu số khác; nếu vậy, xin ghi mẫu số ấy ở mục «Mẫu số».",
        contradiction=True,
    ),
    "shares-differ": Code(
        "Các tỷ lệ trên cùng một mẫu số cộng lại vượt quá 100%, hoặc không đủ 100% khi đã có đủ các phần.",
        "Ví dụ trực tuyến 60,5% và trực tiếp 38,5% chỉ được 99,0%. Chênh lệch do làm tròn đã được tính đến, nên xin "
        "xem lại từng tỷ lệ trong nguồn.",
        contradiction=True,
    ),
    "score-over-maximum": Code(
        "Một số điểm lớn hơn số điểm tối đa.",
        "Số điểm tối đa là số nguồn in sau dấu «/», ghi ở mục «Tối đa» của con số, hoặc ghi ở danh mục chỉ số. Xin "
        "xem lại cả hai; nơi khác chấm theo thang khác thì ghi «Tối đa» của nơi này.",
        contradiction=True,
    ),
    "figures-impossible": Code(
        "Mỗi tổng, mỗi tỷ lệ riêng thì có thể đúng, nhưng cả nhóm con số thì không thể cùng đúng.",
        "Ví dụ tổng là «gần 9.000», các phần cộng lại là 8.700, còn tỷ lệ 90,5% của 9.900 thì phải là 8.960. Ít nhất "
        "một con số trong nhóm bị ghi nhầm; xin so lại từng số với nguồn.",
        contradiction=True,
    ),
    "sources-differ": Code(
        "Hai con số của cùng một việc không thể cùng đúng.",
        "«15.182» và «gần 15.200» cùng đúng được, «15.182» và «15.128» thì không. Xin xem lại từng nguồn; khác nhau vì "
        "thời điểm hay mẫu số thì ghi ở mục «Tính đến», «Mẫu số».",
        contradiction=True,
    ),
}

TIMES = {
    "indicator-not-then": Code(
        "Chỉ số hoặc cách phân tổ chưa có, hoặc đã thôi dùng, trong kỳ của tệp.",
        "Danh mục ghi chỉ số hay phân tổ có từ năm nào, dùng đến hết năm nào. Có thể tên tệp ghi nhầm năm, hoặc cần "
        "chọn chỉ số khác; nếu nguồn vẫn dùng tên này thì giữ nguyên.",
    ),
    "published-before-end": Code(
        "Nguồn công bố kết quả khi kỳ chưa thể kết thúc.",
        "Sổ của một kỳ sớm nhất cũng chốt vào giữa tháng cuối, của cả năm vào giữa tháng 11; kết quả công bố trước đó "
        "thì ngày của nguồn hoặc tên tệp có thể sai. Nếu cơ quan chốt sổ sớm hơn, xin ghi ngày chốt thật ở mục «Kỳ».",
    ),
    "period-twice": Code(
        "Hai tệp của cùng một đơn vị và cùng một kỳ.",
        "Mỗi kỳ của một đơn vị chỉ có một trang; 2022 và 2022-12-thang cùng là cả năm 2022. Xin gộp số liệu vào một "
        "tệp rồi xóa tệp kia; hai nguồn in khác nhau thì ghi cả hai trong một tệp.",
    ),
    "periods-misfit": Code(
        "Hai kỳ liền nhau chồng lên nhau, hoặc để hở những ngày ở giữa.",
        "Có ngày bị đếm hai lần hoặc không được đếm, nên hai kỳ khó so với nhau. Xin xem lại «Từ» và «Đến» ở mục "
        "«Kỳ» của hai tệp: kỳ sau bắt đầu ngay sau ngày kỳ trước kết thúc.",
    ),
    "running-total-shrinks": Code(
        "Một số đếm dồn lại nhỏ hơn ở kỳ dài hơn, dù kỳ dài gồm cả kỳ ngắn.",
        "Kỳ dài không thể có ít việc hơn phần nằm trong nó: cả năm không thể ít hơn 6 tháng đầu năm, 4 tháng không "
        "thể ít hơn quý I. Xin xem lại số của cả hai tệp; nếu nguồn chỉ tính riêng quý hoặc tháng thì tên tệp phải là "
        "quý hoặc tháng.",
        contradiction=True,
    ),
    "change-differs": Code(
        "Mức tăng, giảm được in không khớp với con số đã in của kỳ trước.",
        "Ví dụ kỳ này xếp hạng 32, «tăng 13 bậc so với năm 2023», mà tệp năm 2023 ghi hạng 44. Xin xem lại cả hai "
        "nguồn; nguồn in như vậy thì giữ nguyên.",
        contradiction=True,
    ),
    "in-the-future": Code(
        "Ngày công bố của nguồn, hoặc ngày đầu kỳ của số liệu, còn ở tương lai.",
        "Thường là gõ nhầm năm. Kế hoạch của kỳ chưa đến thì ghi ở mục «Chỉ tiêu», không ghi ở «Số liệu».",
    ),
}

DOUBTS = {
    "percent-over-whole": Code(
        "Một tỷ lệ lớn hơn 100%.",
        "Phần hiếm khi lớn hơn toàn bộ, nên có thể số bị gõ nhầm, như 103,5% thay cho 93,5%. Tỷ lệ vượt kế hoạch thì "
        "có thể đúng; khi đó xin giữ nguyên.",
    ),
    "rank-total-unusual": Code(
        "Số đơn vị được xếp hạng nhiều hơn mọi nhóm mà nơi ấy có thể đứng trong: các tỉnh của cả nước, các đơn vị "
        "trong tỉnh.",
        "Ví dụ hạng 8/510 của một huyện, hay hạng 3/450 của một phường trong thành phố có 114 xã, phường, đặc khu. Nếu "
        "nguồn nêu rõ xếp trong nhóm nào thì ghi nhóm ấy ở mục «Trong số»; nguồn in như vậy thì giữ nguyên.",
    ),
    "far-from-past": Code(
        "Một con số gấp mười lần trở lên, hoặc chưa bằng một phần mười, so với cùng kỳ năm trước.",
        "Thường là gõ thiếu hoặc thừa một chữ số, hoặc lẫn đơn vị tính. Xin so lại với nguồn của cả hai kỳ; nếu "
        "nguồn in như vậy thì giữ nguyên.",
    ),
    "figures-copied": Code(
        "Mọi con số giống hệt một kỳ trước của cùng đơn vị.",
        "Có lẽ tệp được chép từ kỳ trước mà chưa sửa số. Xin ghi số của đúng kỳ này.",
    ),
    "far-from-neighbours": Code(
        "Một con số gấp mười lần trở lên, hoặc chưa bằng một phần mười, so với các đơn vị khác trong tỉnh.",
        "Chỉ xét khi từ năm đơn vị trong tỉnh cùng có con số này. Thường là gõ thiếu hoặc thừa một chữ số; nếu nguồn "
        "in như vậy thì giữ nguyên.",
    ),
    "acceptance-unneeded": Code(
        "Một con số có mục «Chấp nhận», nhưng không còn gì đáng ngờ ở đó.",
        "Có lẽ số đã được sửa. Xin xóa dòng «Chấp nhận», để lý do cũ không che mất điều đáng ngờ sau này.",
    ),
}

TARGETS = {
    "target-without-value": Code(
        "Chỉ tiêu chưa nêu mức phải đạt.",
        "Xin ghi mức như nguồn giao, ví dụ «tối thiểu 98%»; nguồn không nêu mức thì bỏ chỉ tiêu này.",
    ),
    "target-without-basis": Code(
        "Một chỉ tiêu không nêu văn bản làm căn cứ.",
        "Người đọc cần biết ai giao chỉ tiêu, bằng văn bản nào. Xin thêm mục «Căn cứ» với tên văn bản; nguồn không "
        "nêu văn bản nào thì giữ nguyên.",
    ),
}
