//! A workbook for translators: a row a finding, the mark in colour, a list to decide from.

use super::cells::{self, Row};
use super::places::Places;
use super::{Page, Settings, Sheet, Tally};
use crate::error::Error;
use crate::finding::{Language, Severity, say};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet,
    XlsxError,
};
use std::io::{self, Write};

/// Collects the rows: a workbook is written at the end of the run.
pub(super) struct Xlsx {
    language: Language,
    book: Workbook,
    styles: Styles,
    /// The rows of the last sheet, its head among them.
    rows: u32,
}

/// How many rows a sheet takes: about as many as Excel does.
const ROWS: u32 = 1_000_000;

/// How many columns each column takes: file, id, line, source, target, finding, severity, check,
/// suggestion, decision.
const WIDTHS: [f64; 10] = [22.0, 14.0, 6.0, 44.0, 44.0, 40.0, 9.0, 22.0, 20.0, 12.0];

/// How cells look.
struct Styles {
    head: Format,
    text: Format,
    plain: Format,
    mark: Format,
}

impl Styles {
    /// How a severity looks.
    fn of(&self, severity: Option<Severity>) -> Format {
        let color = match severity {
            Some(Severity::Critical) => 0x00A0_1890,
            Some(Severity::Major) => 0x00C0_0000,
            Some(Severity::Minor) => 0x009A_6200,
            Some(Severity::Neutral) | None => 0x0044_5566,
        };
        self.text.clone().set_font_color(Color::RGB(color))
    }
}

impl Xlsx {
    pub(super) fn new(settings: &Settings) -> Self {
        // A quote before a text keeps it one, also when a person has edited it.
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_quote_prefix();
        let styles = Styles {
            head: Format::new().set_bold().set_background_color(Color::RGB(0x00DD_E3EA)),
            text,
            plain: Format::new(),
            mark: Format::new().set_bold().set_font_color(Color::RGB(0x00C0_0000)),
        };
        Self { language: settings.language, book: Workbook::new(), styles, rows: ROWS }
    }

    fn row(&mut self, row: &Row) -> Result<(), XlsxError> {
        if self.rows >= ROWS {
            self.begin_sheet()?;
        }
        let (at, styles) = (self.rows, &self.styles);
        let severity = row.severity(self.language);
        let last = self.book.worksheets().len() - 1;
        let sheet = self.book.worksheet_from_index(last)?;
        let before = [(0, &row.file), (1, &row.id), (3, &row.source), (5, &row.finding)];
        for (column, text) in before.into_iter().chain([(8, &row.suggestion)]) {
            sheet.write_string_with_format(at, column, clipped(text), &styles.text)?;
        }
        sheet.write_number_with_format(at, 2, row.line, &styles.text)?;
        write_target(sheet, at, row, styles)?;
        sheet.write_string_with_format(at, 6, severity, &styles.of(row.severity))?;
        sheet.write_string_with_format(at, 7, row.check, &styles.text)?;
        sheet.write_blank(at, 9, &styles.text)?;
        self.rows += 1;
        Ok(())
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        self.end_sheet()?;
        let count = self.book.worksheets().len();
        let name = say("findings", "问题").template(self.language);
        let name = if count == 0 { name.to_owned() } else { format!("{name} {}", count + 1) };
        let sheet = self.book.add_worksheet().set_name(name)?;
        let heads = cells::heads(self.language);
        for ((column, head), width) in (0..).zip(heads).zip(WIDTHS) {
            sheet.write_string_with_format(0, column, head, &self.styles.head)?;
            sheet.set_column_width(column, width)?;
        }
        sheet.set_freeze_panes(1, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        self.rows = 1;
        Ok(())
    }

    /// Gives the rows of the last sheet their list and their filter.
    fn end_sheet(&mut self) -> Result<(), XlsxError> {
        let Some(last) = self.book.worksheets().len().checked_sub(1) else { return Ok(()) };
        let decisions =
            [say("accepted", "已采纳"), say("rejected", "不采纳"), say("fixed", "已修改")];
        let decisions = decisions.map(|it| it.template(self.language));
        let choice = DataValidation::new().allow_list_strings(&decisions)?;
        let sheet = self.book.worksheet_from_index(last)?;
        sheet.add_data_validation(1, 9, self.rows.max(2) - 1, 9, &choice)?;
        sheet.autofilter(0, 0, self.rows - 1, 9)?;
        Ok(())
    }

    fn end(&mut self) -> Result<Vec<u8>, XlsxError> {
        if self.book.worksheets().is_empty() {
            self.begin_sheet()?;
        }
        self.end_sheet()?;
        // The same findings are the same bytes, whenever they are written.
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let properties = DocProperties::new().set_title("xindaya").set_creation_datetime(&created);
        self.book.set_properties(&properties);
        self.book.save_to_buffer()
    }
}

impl Sheet for Xlsx {
    fn document(&mut self, page: Page, _: &mut dyn Write) -> io::Result<()> {
        let places = Places::of(page.document);
        let mut rows = cells::rows(page, &places, self.language);
        rows.try_for_each(|row| self.row(&row)).map_err(io::Error::other)
    }

    fn finish(&mut self, _: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        let mut rows = errors.iter().map(cells::unread);
        rows.try_for_each(|row| self.row(&row)).map_err(io::Error::other)?;
        out.write_all(&self.end().map_err(io::Error::other)?)
    }
}

/// The target with its mark in colour.
fn write_target(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row,
    styles: &Styles,
) -> Result<(), XlsxError> {
    if row.severity.is_none() {
        return Ok(());
    }
    let (before, after) = (clipped(&row.target.before), clipped(&row.target.after));
    let mark = format!("⟦{}⟧", clipped(&row.target.mark));
    let parts = [(&styles.plain, before), (&styles.mark, &mark), (&styles.plain, after)];
    let parts: Vec<(&Format, &str)> = parts.into_iter().filter(|it| !it.1.is_empty()).collect();
    match parts.as_slice() {
        [_] => sheet.write_string_with_format(at, 4, &mark, &styles.text)?,
        _ => sheet.write_rich_string_with_format(at, 4, &parts, &styles.text)?,
    };
    Ok(())
}

/// As much of a text as three of them may fill a cell with: Excel takes 32,767 units.
fn clipped(text: &str) -> &str {
    &text[..text.floor_char_boundary(10_000)]
}
