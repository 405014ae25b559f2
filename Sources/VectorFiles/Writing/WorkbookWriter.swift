internal import CXlsxWriter

/// Writes tables as the sheets of an XLSX workbook, the same bytes for the same tables.
///
/// Numbers are numbers, texts are texts: what begins with `=` is no formula. The row of titles stays in view and has
/// filters. Rows go to disk as they come, so a sheet may have a million of them.
public struct WorkbookWriter {
    /// A column of a sheet.
    public struct Column: Hashable, Sendable {
        /// What stands above it; a line break makes two lines.
        public let title: String
        /// In characters of the usual font.
        public let width: Double

        /// A column from its title and width.
        public init(title: String, width: Double) {
            self.title = title
            self.width = width
        }
    }

    /// A sheet whose rows are made one at a time.
    public struct Sheet {
        /// At most 31 characters without `[]:*?/\`, different for each sheet.
        public let name: String
        /// The columns.
        public let columns: [Column]
        /// How many rows there are below the titles; more than `mostRows` trap.
        public let count: Int
        /// One value a column; nil for an empty cell.
        public let row: (Int) -> [JSONValue?]

        /// A sheet of `count` rows, which are asked for by place.
        public init(name: String, columns: [Column], count: Int, row: @escaping (Int) -> [JSONValue?]) {
            precondition(count <= WorkbookWriter.mostRows, "a sheet has no more rows")
            self.name = name
            self.columns = columns
            self.count = count
            self.row = row
        }
    }

    /// The rows a sheet can have below its titles.
    public static let mostRows = 1_048_575

    /// Writes `sheets` in this order to `file`.
    ///
    /// - Throws: `notWritable` with the words of the library.
    public static func write(_ sheets: [Sheet], to file: StagedFile) throws(VectorFileError) {
        let given = file.target.given
        try file.fill { path throws(VectorFileError) in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            guard let workbook = workbook_new_opt(path, &options) else {
                throw VectorFileError(
                    problem: .notWritable, path: given, detail: "the workbook could not be begun")
            }
            let failure = OpenWorkbook(workbook).write(sheets)
            // Closing writes the file, and frees everything in either case.
            let status = workbook_close(workbook)
            if let failure { throw VectorFileError(problem: .notWritable, path: given, detail: failure) }
            guard status == LXW_NO_ERROR else {
                throw VectorFileError(
                    problem: .notWritable, path: given, detail: String(cString: lxw_strerror(status)))
            }
        }
    }
}

/// A workbook of the library while it is open.
private struct OpenWorkbook {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let head: UnsafeMutablePointer<lxw_format>?
    /// By decimals.
    private let numbers: [UnsafeMutablePointer<lxw_format>?]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
        // The file says when it was made; the same content is to be the same bytes.
        var properties = lxw_doc_properties()
        properties.created = 946_684_800
        workbook_set_properties(workbook, &properties)
        let head = workbook_add_format(workbook)
        format_set_bold(head)
        format_set_text_wrap(head)
        format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_bg_color(head, 0xE3EEF6)
        format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
        self.head = head
        numbers = ["0", "0.0", "0.00", "0.000"].map { pattern in
            let format = workbook_add_format(workbook)
            format_set_num_format(format, pattern)
            return format
        }
    }

    /// What went wrong; nil when nothing did.
    func write(_ sheets: [WorkbookWriter.Sheet]) -> String? {
        for sheet in sheets {
            guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
                return "the sheet \(sheet.name) could not be made"
            }
            let status = write(sheet, to: worksheet)
            guard status == LXW_NO_ERROR else {
                return "\(sheet.name): \(String(cString: lxw_strerror(status)))"
            }
        }
        return nil
    }

    private func write(
        _ sheet: WorkbookWriter.Sheet, to worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) -> lxw_error {
        var status = LXW_NO_ERROR
        func note(_ result: lxw_error) { if result != LXW_NO_ERROR { status = result } }
        for (place, column) in sheet.columns.enumerated() {
            let place = lxw_col_t(place)
            note(worksheet_set_column(worksheet, place, place, column.width, nil))
        }
        note(worksheet_set_row(worksheet, 0, 34, nil))
        for (place, column) in sheet.columns.enumerated() {
            note(worksheet_write_string(worksheet, 0, lxw_col_t(place), CellText.cell(column.title), head))
        }
        for row in 0..<sheet.count {
            for (place, value) in sheet.row(row).enumerated() {
                note(write(value, lxw_row_t(row + 1), lxw_col_t(place), to: worksheet))
            }
        }
        worksheet_freeze_panes(worksheet, 1, 0)
        if sheet.count > 0 {
            note(
                worksheet_autofilter(
                    worksheet, 0, 0, lxw_row_t(sheet.count), lxw_col_t(sheet.columns.count - 1)))
        }
        return status
    }

    private func write(
        _ value: JSONValue?, _ row: lxw_row_t, _ column: lxw_col_t,
        to worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) -> lxw_error {
        switch value {
        case .string(let text):
            text.isEmpty
                ? LXW_NO_ERROR : worksheet_write_string(worksheet, row, column, CellText.cell(text), nil)
        case .integer(let number): worksheet_write_number(worksheet, row, column, Double(number), numbers[0])
        case .number(let number): worksheet_write_number(worksheet, row, column, number, nil)
        case .decimal(let number, let places):
            worksheet_write_number(
                worksheet, row, column, FixedDecimal.rounded(number, places: places),
                places < numbers.count ? numbers[places] : nil)
        case .bool(let truth): worksheet_write_boolean(worksheet, row, column, truth ? 1 : 0, nil)
        case nil, .null, .array, .object: LXW_NO_ERROR
        }
    }
}

/// A text as a cell takes it.
enum CellText {
    /// What Excel refuses to open is left out: more than 32 767 characters, and characters that XML cannot hold.
    static func cell(_ text: String) -> String {
        let isPlain = text.utf8.count <= most && !text.utf8.contains { $0 == 0 || $0 == 0xEF }
        return isPlain ? text : cut(text)
    }

    private static let most = 32_000

    private static func cut(_ text: String) -> String {
        var cut = ""
        var length = 0
        for scalar in text.unicodeScalars {
            length += scalar.value > 0xFFFF ? 2 : 1
            guard length <= most else { return cut + "…" }
            let isHeld = scalar != "\u{0}" && scalar != "\u{FFFE}" && scalar != "\u{FFFF}"
            cut.unicodeScalars.append(isHeld ? scalar : "\u{FFFD}")
        }
        return cut
    }
}
